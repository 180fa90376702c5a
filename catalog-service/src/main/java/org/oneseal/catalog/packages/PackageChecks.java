package org.oneseal.catalog.packages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.GuideChecks;
import org.oneseal.catalog.guide.GuideLimits;
import org.oneseal.catalog.guide.GuideSubject;
import org.oneseal.catalog.guide.PackageCodes;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.SameQuestion;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.Stage;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnitTable;

/** Everything that may stand between the draft of a package and its publication, told at once. */
final class PackageChecks {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Setting setting;
    private final PackageContent content;
    private final Map<String, ItemContent> known = new LinkedHashMap<>();
    private final List<Objection> found = new ArrayList<>();

    private PackageChecks(Setting setting, PackageContent content) {
        this.setting = setting;
        this.content = content;
    }

    /**
     * What the checks look into.
     *
     * @param region of the package
     * @param day on which it is to take effect
     * @param items that are named, as far as there are any
     * @param departments whether a department is registered
     * @param mostMembers how many items a package may have
     * @param onApplicationTypes types of items that one may apply for
     * @param units by which limits are compared
     */
    record Setting(
            RegionCode region,
            LocalDate day,
            Map<String, Item> items,
            Predicate<String> departments,
            GuideLimits guide,
            int mostMembers,
            List<String> onApplicationTypes,
            UnitTable units,
            Conditions conditions,
            PackageCodes packages) {}

    static List<Objection> objections(Setting setting, PackageContent content) {
        PackageChecks checks = new PackageChecks(setting, content);
        checks.name();
        if (checks.size()) {
            checks.members();
            checks.stages();
            checks.found.addAll(LinkChecks.objections(content, checks.known, setting.units()));
            checks.found.addAll(MergeChecks.objections(content, checks.known));
            checks.guidance();
        }
        return List.copyOf(checks.found);
    }

    private void name() {
        wording("/name", content.name());
    }

    private boolean size() {
        int members = content.members().size();
        if (members < 2) {
            found.add(Objection.of("package-too-small").at("/members"));
        }
        if (members > setting.mostMembers()) {
            found.add(tooLarge(members, "/members"));
        }
        if (content.stages().size() > setting.mostMembers()) {
            found.add(tooLarge(content.stages().size(), "/stages"));
        }
        return members <= setting.mostMembers() && content.stages().size() <= setting.mostMembers();
    }

    private Objection tooLarge(int size, String place) {
        return Objection.of(
                        "guide-too-large",
                        String.valueOf(size),
                        String.valueOf(setting.mostMembers()))
                .at(place);
    }

    private void members() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < content.members().size(); i++) {
            String code = content.members().get(i).item();
            String at = "/members/" + i + "/item";
            if (!seen.add(code)) {
                found.add(Objection.of("code-repeated", code).at(at));
                continue;
            }
            Item item = setting.items().get(code);
            if (item == null || item.versions().isEmpty()) {
                found.add(unknown(code).at(at));
                continue;
            }
            if (!item.region().contains(setting.region())
                    && !setting.region().contains(item.region())) {
                found.add(Objection.of("member-elsewhere", code, item.region().value()).at(at));
            }
            Optional<ItemVersion> taken = item.intake(setting.day());
            if (taken.isEmpty()) {
                found.add(
                        Objection.of("item-takes-nothing", code, setting.day().toString()).at(at));
            }
            taken.or(item::latest).ifPresent(v -> known.put(code, v.content()));
        }
    }

    /** What nobody applies for is told as such, though powers are not looked up here. */
    private Objection unknown(String code) {
        if (!ImplementationCode.isValid(code)) return Objection.of("item-unknown", code);
        String type = new ImplementationCode(code).matter().itemType();
        return setting.onApplicationTypes().contains(type)
                ? Objection.of("item-unknown", code)
                : Objection.of("member-not-on-application", code, type);
    }

    private void stages() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < content.stages().size(); i++) {
            Stage stage = content.stages().get(i);
            String at = "/stages/" + i;
            if (!CODE.matcher(stage.code()).matches()) {
                found.add(Objection.of("guide-code-invalid", stage.code()).at(at + "/code"));
            }
            if (!codes.add(stage.code())) {
                found.add(Objection.of("code-repeated", stage.code()).at(at + "/code"));
            }
            wording(at + "/name", stage.name());
            if (!setting.departments().test(stage.lead())) {
                found.add(Objection.of("department-unknown", stage.lead()).at(at + "/lead"));
            }
            if (content.members().stream().noneMatch(m -> stage.code().equals(m.stage()))) {
                found.add(Objection.of("stage-without-members", stage.code()).at(at));
            }
        }
        for (int i = 0; i < content.members().size(); i++) {
            Member member = content.members().get(i);
            String at = "/members/" + i + "/stage";
            String stage = member.stage();
            if (stage == null && !content.stages().isEmpty()) {
                found.add(Objection.of("member-without-stage", member.item()).at(at));
            }
            if (stage != null && !codes.contains(stage)) {
                found.add(Objection.of("stage-unknown", stage).at(at));
            }
        }
    }

    private void guidance() {
        Guide guide = content.guidance();
        if (guide == null) return;
        GuideSubject subject =
                GuideSubject.ofPackage(Set.copyOf(content.items()), setting.packages()::published);
        GuideChecks.objections(guide, subject, setting.guide(), setting.conditions())
                .forEach(o -> found.add(o.at("/guidance" + o.field())));
        for (int i = 0; i < guide.questions().size(); i++) {
            Question question = guide.questions().get(i);
            String at = "/guidance/questions/" + i;
            known.forEach(
                    (item, member) ->
                            otherwise(question, member.guidance())
                                    .ifPresent(
                                            _ ->
                                                    found.add(
                                                            Objection.of(
                                                                            "question-conflict",
                                                                            question.code(),
                                                                            item)
                                                                    .at(at))));
        }
    }

    /** A question of a member that has the same code and is another one. */
    private static Optional<Question> otherwise(Question question, @Nullable Guide member) {
        if (member == null) return Optional.empty();
        return member.question(question.code()).filter(q -> !SameQuestion.same(q, question));
    }

    private void wording(String place, Wording wording) {
        if (wording.zh().isBlank()) found.add(Objection.of("wording-missing").at(place + "/zh"));
        if (wording.en().isBlank()) found.add(Objection.of("wording-missing").at(place + "/en"));
    }
}
