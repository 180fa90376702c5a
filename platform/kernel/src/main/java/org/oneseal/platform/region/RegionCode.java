package org.oneseal.platform.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code of a region (行政区划代码): 12 digits in segments of 2 (province), 2 (city), 2 (county), 3 (town)
 * and 3 (village), unused segments being zero. A city without counties (东莞, 中山, 儋州, 嘉峪关) has towns
 * directly below it: their county segment is zero.
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?!10)[1-9]\\d0{10}"
                            + "|(?!10)[1-9]\\d(?!00)\\d\\d0{8}"
                            + "|(?!10)[1-9]\\d(?!00)\\d\\d(?!00)\\d\\d0{6}"
                            + "|(?!10)[1-9]\\d(?!00)\\d{4}(?!000)\\d{3}\\d{3}"
                            + "|10{11}");

    /**
     * The whole country, root of inherited rules; it contains every region but is no one's parent.
     */
    public static final RegionCode NATION = new RegionCode("100000000000");

    public RegionCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a 12-digit region code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    public RegionLevel level() {
        if (value.startsWith("10")) {
            return RegionLevel.NATION;
        }
        if (!value.endsWith("000")) {
            return RegionLevel.VILLAGE;
        }
        if (!value.startsWith("000", 6)) {
            return RegionLevel.TOWN;
        }
        if (!value.startsWith("00", 4)) {
            return RegionLevel.COUNTY;
        }
        return value.startsWith("00", 2) ? RegionLevel.PROVINCE : RegionLevel.CITY;
    }

    /** The significant leading digits: 2, 4, 6, 9 or 12 of them; empty for the nation. */
    public String prefix() {
        return value.substring(0, level().digits());
    }

    /** The region directly above; null for a province and for the nation. */
    public @Nullable RegionCode parent() {
        int end =
                switch (level()) {
                    case NATION, PROVINCE -> 0;
                    case CITY -> 2;
                    case COUNTY -> 4;
                    case TOWN -> 6;
                    case VILLAGE -> 9;
                };
        return end == 0 ? null : new RegionCode(value.substring(0, end) + "0".repeat(12 - end));
    }

    /** The path from the province down to this region, itself last; the nation is not in it. */
    public List<RegionCode> ancestors() {
        List<RegionCode> path = new ArrayList<>();
        for (RegionCode at = this; at != null; at = at.parent()) {
            path.add(at);
        }
        Collections.reverse(path);
        return Collections.unmodifiableList(path);
    }

    /** Whether the other region is this one or lies below it. */
    public boolean contains(RegionCode other) {
        return equals(other)
                || (level() != RegionLevel.VILLAGE && other.value.startsWith(prefix()));
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
