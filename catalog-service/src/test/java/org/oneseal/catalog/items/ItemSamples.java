package org.oneseal.catalog.items;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.cel.CelSamples;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.guide.GuideLimits;
import org.oneseal.catalog.publishing.BasicDirectory;
import org.oneseal.catalog.publishing.CodeScheme;
import org.oneseal.catalog.publishing.IntermediaryDirectory;
import org.oneseal.catalog.publishing.PublishParameters;
import org.oneseal.catalog.publishing.PublishRules;
import org.oneseal.catalog.publishing.SupplyingResources;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnitTable;
import org.oneseal.platform.worktime.WorkCalendar;

/** An item that may be published as it stands, and what the checks look into. */
public final class ItemSamples {

    public static final RegionCode REGION = new RegionCode("431103000000");
    public static final Department HEALTH =
            new Department(
                    "431103-WJ",
                    "卫生健康局",
                    new UnifiedSocialCreditCode("11431103YYYY000121"),
                    REGION,
                    null,
                    true,
                    1);
    public static final String MATTER = "000100001000";
    public static final String CODE = HEALTH.uscc().value() + "4" + MATTER;
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final Fingerprints FINGERPRINTS = content -> "SM3:" + content.hashCode();

    private ItemSamples() {}

    public static ItemContent licence() {
        return new ItemContent(
                "公共场所卫生许可",
                "01",
                CaseKind.PROMISED,
                List.of(ServiceObject.LEGAL),
                TimeLimit.workingDays(20),
                TimeLimit.workingDays(3),
                "公共场所卫生管理条例",
                List.of(material("m1", "公共场所卫生许可证申请表")),
                List.of(
                        new Step("accept", "受理", "window-clerk", null, false, null),
                        new Step(
                                "decide",
                                "决定",
                                "chief-approver",
                                TimeLimit.workingDays(2),
                                true,
                                null)),
                List.of(new SpecialProcedure("TESTING", "检测", 10, "行政许可法第四十五条")),
                TimeLimit.workingDays(10),
                false,
                new DeemedAcceptance(TimeLimit.workingDays(5), "行政许可法第三十二条"),
                List.of(
                        new ItemResult(
                                "r1", "公共场所卫生许可证", HEALTH.uscc().value() + "001", 48, null, null)),
                List.of(),
                false,
                CommitmentClass.NONE,
                false,
                false,
                CrossRegion.NONE,
                true,
                false,
                false,
                new Authority(Authority.Source.STATUTORY, Authority.Nature.STATUTORY, null),
                new ServiceGuide(
                        List.of(ServiceGuide.Mode.WINDOW, ServiceGuide.Mode.ONLINE),
                        List.of(),
                        List.of(ServiceGuide.Depth.ACCEPTANCE),
                        1,
                        "核验原件",
                        "符合公共场所卫生条件",
                        List.of(new ServiceGuide.Venue("政务服务中心", "一楼综合窗口", "9:00-17:00")),
                        "12345",
                        "12345",
                        "https://example.org/apply",
                        true,
                        false,
                        null,
                        List.of(),
                        null),
                List.of(),
                null,
                new LocalCodes(null, "4311030001010101"),
                null);
    }

    /** The licence with another promise, in working days. */
    public static ItemContent promising(int days) {
        return with(
                licence(),
                Map.of(
                        "promisedLimit",
                        TimeLimit.workingDays(days),
                        "steps",
                        List.of(new Step("accept", "受理", "window-clerk", null, false, null))));
    }

    /** The content with other values of some of its members. */
    public static ItemContent with(ItemContent content, Map<String, Object> members) {
        RecordComponent[] components = ItemContent.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        Set<String> unknown = new TreeSet<>(members.keySet());
        try {
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                types[i] = components[i].getType();
                values[i] =
                        unknown.remove(name)
                                ? members.get(name)
                                : components[i].getAccessor().invoke(content);
            }
            if (!unknown.isEmpty()) throw new IllegalArgumentException(unknown.toString());
            return ItemContent.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Material material(String code, String name) {
        return new Material(
                code,
                name,
                Material.Necessity.REQUIRED,
                true,
                Material.Form.BOTH,
                1,
                Material.Source.APPLICANT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Item draft(ItemContent content) {
        return new Item(
                CODE,
                REGION,
                HEALTH.code(),
                Standing.UNPUBLISHED,
                content,
                null,
                List.of(),
                0,
                1,
                "SM3:00");
    }

    public static PublishRules rules() {
        return rules(Map.of("zj", "公共场所卫生管理条例第四条", "wf", ""));
    }

    public static PublishRules rules(Map<String, String> services) {
        return rules(services, false);
    }

    /** The rules of a region where another person than the editor passes a draft. */
    public static PublishRules rulesOfTwo() {
        return rules(Map.of(), true);
    }

    private static PublishRules rules(Map<String, String> services, boolean separateReview) {
        return new PublishRules(
                new PublishParameters(
                        null,
                        LocalDate.of(2019, 4, 23),
                        null,
                        "",
                        1,
                        10,
                        15,
                        5,
                        20,
                        separateReview,
                        3,
                        List.of("01", "05", "07", "08", "09", "10", "20"),
                        List.of("其他材料", "有关材料", "等材料"),
                        List.of("HEARING", "TESTING", "EXPERT_REVIEW"),
                        List.of("DRAWING_REVIEW"),
                        List.of("window-clerk", "case-officer", "chief-approver"),
                        List.of(
                                "authority",
                                "modes",
                                "conditions",
                                "venues",
                                "consultation",
                                "complaints"),
                        1,
                        65_536,
                        new GuideLimits(5, 4, 3, 8, 120),
                        4,
                        "[0-9]{2}",
                        List.of("医疗卫生", "其他"),
                        List.of("准营准办")),
                UnitTable.USUAL,
                HEALTH,
                new BasicDirectory() {
                    @Override
                    public Optional<Entry> find(String basicCode, RegionCode region) {
                        return basicCode.equals(MATTER)
                                ? Optional.of(new Entry(MATTER, "公共场所卫生许可", "01"))
                                : Optional.empty();
                    }

                    @Override
                    public Optional<Entry> named(String name, String itemType, RegionCode region) {
                        return Optional.empty();
                    }
                },
                (code, _) -> {
                    @Nullable String basis = services.get(code);
                    return Optional.ofNullable(basis)
                            .map(b -> new IntermediaryDirectory.Entry(code, code, b));
                },
                ItemSamples::supply,
                WorkCalendar.of(
                        RegionCode.NATION,
                        List.of(
                                CalendarYear.decreed(
                                        2026,
                                        1,
                                        new TreeMap<>(),
                                        new TreeMap<>(),
                                        OfficeHours.USUAL,
                                        "made up for tests"))),
                CelSamples.conditions(),
                code -> code.equals("birth"),
                List.of(
                        scheme(CodeScheme.Layer.MATTER, "[A-Z]{2}[0-9]{8}", false),
                        scheme(CodeScheme.Layer.ITEM, "[0-9]{16}", true)));
    }

    /** A resource that is shared and one that is not. */
    private static Optional<SupplyingResources.Supply> supply(String resource) {
        return switch (resource) {
            case "431103-shared" -> Optional.of(new SupplyingResources.Supply(true, null));
            case "431103-secret" -> Optional.of(new SupplyingResources.Supply(false, "保密法"));
            default -> Optional.empty();
        };
    }

    private static CodeScheme scheme(CodeScheme.Layer layer, String pattern, boolean required) {
        return new CodeScheme(
                REGION.value(),
                LocalDate.of(2016, 1, 1),
                null,
                layer,
                "省级编码",
                pattern,
                required,
                "编码规则");
    }
}
