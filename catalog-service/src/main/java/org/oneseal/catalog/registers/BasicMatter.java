package org.oneseal.catalog.registers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.BasicCode;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * A matter of the basic directory (基本目录): that it exists at all, wherever its code counts. Its key
 * is the basic code, which says for whom it is kept and of what type it is.
 *
 * @param itemType 事项类型, such as 01 for a licence
 * @param basis act by which the matter was listed, null where none is known
 * @param bodies names of the departments that handle it where there is one (责任部门), none where the
 *     directory does not say
 * @param levels on which it is handled (行使层级, 1 to 6), none for any
 */
public record BasicMatter(
        String name,
        String itemType,
        @Nullable String basis,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> bodies,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> levels)
        implements EntryBody {

    private static final String STANDARD = "GB/T 39554.1-2020";
    private static final String NATIONAL = "00";

    /** 事项类型; which of them are handled on application is for the rules of publishing. */
    private static final Set<String> TYPES =
            Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20");

    public BasicMatter {
        name = name.strip();
        basis = basis == null || basis.isBlank() ? null : basis.strip();
        bodies = orEmpty(bodies).stream().map(String::strip).distinct().toList();
        levels = orEmpty(levels).stream().distinct().sorted().toList();
    }

    /** What was stored before it could be said has none. */
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** All types that there are. */
    public static Set<String> types() {
        return TYPES;
    }

    /** Whether the directory says that a department of that name handles it in a region. */
    public boolean isFor(String department, RegionCode region) {
        return bodies.contains(department)
                && (levels.isEmpty() || levels.contains(region.level().ordinal() + 1));
    }

    /** The nation or the province that keeps a code; null where it is none. */
    public static @Nullable RegionCode keeper(String code) {
        if (!BasicCode.isValid(code)) return null;
        String scope = new BasicCode(code).scope();
        if (scope.equals(NATIONAL)) return RegionCode.NATION;
        String province = scope + "0000000000";
        return RegionCode.isValid(province) ? new RegionCode(province) : null;
    }

    @Override
    public Register register() {
        return Register.BASIC_DIRECTORY;
    }

    @Override
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (name.isEmpty()) objections.add(Objection.of("matter-name-missing").at("/name"));
        if (!TYPES.contains(itemType)) {
            objections.add(Objection.of("item-type-unknown", itemType).at("/itemType"));
        }
        return objections.stream().map(o -> o.withGround(STANDARD)).toList();
    }

    @Override
    public List<Objection> misplaced(String key, RegionCode region) {
        RegionCode keeper = keeper(key);
        if (keeper == null) {
            return List.of(
                    Objection.of("basic-code-invalid", key).withGround(STANDARD).at("/code"));
        }
        List<Objection> objections = new ArrayList<>();
        if (!keeper.equals(region)) {
            objections.add(
                    Objection.of("basic-code-of-other-region", key, region.value()).at("/code"));
        }
        String typed = new BasicCode(key).itemType();
        if (!typed.equals(itemType)) {
            objections.add(Objection.of("item-type-not-of-code", itemType, typed).at("/itemType"));
        }
        return objections.stream().map(o -> o.withGround(STANDARD)).toList();
    }

    /** Whether an import could not tell the two apart. */
    boolean namedLike(BasicMatter other) {
        return name.equals(other.name) && itemType.equals(other.itemType);
    }

    @Override
    public List<String> words() {
        return List.of(name);
    }
}
