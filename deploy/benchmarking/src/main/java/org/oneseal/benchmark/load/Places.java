package org.oneseal.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/**
 * Where cases come in: most in one district, its villages and towns, fewer in the other counties of
 * its city, the rest in those of its province; in each group the first has much and the last very
 * little.
 */
public final class Places {

    private static final double IN_DISTRICT = 0.4;
    private static final double IN_CITY = 0.3;

    private final List<RegionCode> regions = new ArrayList<>();
    private final double[] until;

    private Places(List<RegionCode> district, List<RegionCode> city, List<RegionCode> province) {
        List<Double> weights = new ArrayList<>();
        add(district, IN_DISTRICT, weights);
        add(city, IN_CITY, weights);
        add(province, 1 - IN_DISTRICT - IN_CITY, weights);
        until = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < until.length; i++) until[i] = sum += weights.get(i);
        for (int i = 0; i < until.length; i++) until[i] /= sum;
    }

    /** The regions of a file of the catalog: {@code code,name,level,parent}. */
    public static Places around(RegionCode district, Path file) throws IOException {
        List<RegionCode> within = new ArrayList<>();
        List<RegionCode> city = new ArrayList<>();
        List<RegionCode> province = new ArrayList<>();
        String cityPrefix = district.prefix().substring(0, 4);
        for (String line : Files.readAllLines(file)) {
            String code = line.split(",", 2)[0];
            if (!RegionCode.isValid(code)) continue;
            var region = new RegionCode(code);
            if (region.level() == RegionLevel.TOWN || region.level() == RegionLevel.VILLAGE) {
                if (district.contains(region)) within.add(region);
            } else if (region.level() == RegionLevel.COUNTY && !region.equals(district)) {
                if (code.startsWith(cityPrefix)) city.add(region);
                else if (code.startsWith(cityPrefix.substring(0, 2))) province.add(region);
            }
        }
        return new Places(within, city, province);
    }

    private void add(List<RegionCode> group, double share, List<Double> weights) {
        double sum = 0;
        for (int i = 1; i <= group.size(); i++) sum += 1.0 / i / i;
        for (int i = 1; i <= group.size(); i++) {
            regions.add(group.get(i - 1));
            weights.add(share / sum / i / i);
        }
    }

    RegionCode any(RandomGenerator random) {
        int found = Arrays.binarySearch(until, random.nextDouble());
        return regions.get(Math.min(found < 0 ? -found - 1 : found, regions.size() - 1));
    }

    /** Every place, most cases first within its group. */
    public List<RegionCode> all() {
        return List.copyOf(regions);
    }
}
