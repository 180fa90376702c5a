package org.oneseal.cases.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;

/** A rule that an application must keep. All rules are asked, and all that object are told. */
@FunctionalInterface
interface SubmissionRule {

    List<Objection> objections(Submission submission, ItemVersion item, LocalDate today);

    /** No new intake for an item that is suspended, cancelled or not yet in force. */
    SubmissionRule ITEM_OPEN =
            (_, item, today) ->
                    item.openOn(today)
                            ? List.of()
                            : List.of(
                                    Objection.of("item-not-open", item.name(), item.status().name())
                                            .at("/itemCode"));

    SubmissionRule FOR_THIS_SUBJECT =
            (submission, item, _) ->
                    item.serviceObjects().isEmpty()
                                    || item.serviceObjects()
                                            .contains(submission.subject().kind().name())
                            ? List.of()
                            : List.of(
                                    Objection.of(
                                                    "wrong-service-object",
                                                    item.name(),
                                                    submission.subject().kind().name())
                                            .at("/party"));

    SubmissionRule MATERIALS_LISTED_ONCE =
            (submission, item, _) -> {
                List<Objection> found = new ArrayList<>();
                Set<String> seen = new HashSet<>();
                List<CaseFact.Material> given = submission.materials();
                for (int i = 0; i < given.size(); i++) {
                    String code = given.get(i).code();
                    String at = "/materials/" + i + "/code";
                    if (item.materials().stream().noneMatch(m -> m.code().equals(code))) {
                        found.add(Objection.of("material-not-listed", code).at(at));
                    } else if (!seen.add(code)) {
                        found.add(Objection.of("material-twice", code).at(at));
                    }
                }
                return found;
            };

    /**
     * Online, what is required must be there; at the counter a correction notice may ask for it.
     */
    SubmissionRule REQUIRED_THERE =
            (submission, item, _) ->
                    submission.atCounter()
                            ? List.of()
                            : missing(submission.materials(), item).stream()
                                    .map(
                                            m ->
                                                    Objection.of(
                                                                    "material-missing",
                                                                    m.code(),
                                                                    m.name())
                                                            .withGround(item.legalBasis())
                                                            .at("/materials"))
                                    .toList();

    /**
     * What may follow must be promised where the item says so; at the counter the clerk sees to it.
     */
    SubmissionRule FOLLOWING_PROMISED =
            (submission, item, _) ->
                    submission.atCounter()
                            ? List.of()
                            : unpromised(submission.materials(), submission.promised(), item)
                                    .stream()
                                    .map(
                                            m ->
                                                    Objection.of(
                                                                    "material-not-promised",
                                                                    m.code(),
                                                                    m.name())
                                                            .withGround(item.legalBasis())
                                                            .at("/promise"))
                                    .toList();

    SubmissionRule NOT_BOTH =
            (submission, _, _) ->
                    submission.materials().stream()
                            .map(CaseFact.Material::code)
                            .filter(submission.promised()::contains)
                            .distinct()
                            .map(
                                    code ->
                                            Objection.of("material-promised-and-given", code)
                                                    .at("/promise/materials"))
                            .toList();

    List<SubmissionRule> ALL =
            List.of(
                    ITEM_OPEN,
                    FOR_THIS_SUBJECT,
                    MATERIALS_LISTED_ONCE,
                    REQUIRED_THERE,
                    FOLLOWING_PROMISED,
                    NOT_BOTH);

    static List<ItemVersion.Material> missing(List<CaseFact.Material> given, ItemVersion item) {
        return item.materials().stream()
                .filter(m -> m.necessity() == ItemVersion.Necessity.REQUIRED)
                .filter(m -> given.stream().noneMatch(g -> g.code().equals(m.code())))
                .toList();
    }

    /** Tolerated materials that are neither given nor promised, where the item wants a promise. */
    static List<ItemVersion.Material> unpromised(
            List<CaseFact.Material> given, Collection<String> promised, ItemVersion item) {
        if (!item.promiseNeeded()) return List.of();
        return item.materials().stream()
                .filter(m -> m.necessity() == ItemVersion.Necessity.TOLERATED)
                .filter(m -> given.stream().noneMatch(g -> g.code().equals(m.code())))
                .filter(m -> !promised.contains(m.code()))
                .toList();
    }

    static List<Objection> askAll(Submission submission, ItemVersion item, LocalDate today) {
        return ALL.stream()
                .flatMap(rule -> rule.objections(submission, item, today).stream())
                .toList();
    }
}
