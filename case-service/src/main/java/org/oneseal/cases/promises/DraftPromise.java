package org.oneseal.cases.promises;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.restrictions.Restriction;
import org.oneseal.cases.restrictions.Restrictions;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendars;

/** Says what a promise would be, or why this applicant can't make it. Writes nothing. */
public final class DraftPromise {

    /** Where no rule names its ground. */
    private static final String GROUND = "国办发〔2020〕42号";

    private final PromiseRules rules;
    private final Restrictions restrictions;
    private final WorkCalendars calendars;

    public DraftPromise(PromiseRules rules, Restrictions restrictions, WorkCalendars calendars) {
        this.rules = rules;
        this.restrictions = restrictions;
        this.calendars = calendars;
    }

    /**
     * Who would promise.
     *
     * @param subject as the credit service knows them: credit code, or a natural person's party id
     * @param name of a legal person, a mask of a natural one
     */
    public record Promiser(String subject, String name) {}

    /**
     * What came of it.
     *
     * @param draft null where something speaks against it
     */
    public record Drafted(@Nullable PromiseDraft draft, List<Objection> objections) {
        public Drafted {
            objections = List.copyOf(objections);
        }
    }

    public Drafted draft(
            ItemVersion item,
            RegionCode region,
            Promiser promiser,
            List<String> materials,
            Instant now) {
        LocalDate day = Case.dayOf(now);
        List<Objection> objections = new ArrayList<>(restricted(promiser, day));
        List<ItemVersion.Material> following = following(item, materials, objections);
        var rule = rules.inForce(region, item.itemCode(), day);
        if (rule.isEmpty()) {
            objections.add(of("promise-not-foreseen", item.name()).withGround(GROUND));
        }
        if (!objections.isEmpty()) return new Drafted(null, objections);
        return new Drafted(
                PromiseDraft.of(
                        item,
                        following,
                        rule.orElseThrow(),
                        promiser.name(),
                        calendars.of(region),
                        now),
                List.of());
    }

    private List<Objection> restricted(Promiser promiser, LocalDate day) {
        return restrictions
                .holding(promiser.subject(), Restriction.PROMISE_BASED_FILING, day)
                .stream()
                .map(
                        r ->
                                of(
                                                "promise-restricted",
                                                r.listing(),
                                                r.until() == null ? "—" : r.until().toString())
                                        .withGround(r.ground())
                                        .at("/promise"))
                .toList();
    }

    private static List<ItemVersion.Material> following(
            ItemVersion item, List<String> codes, List<Objection> objections) {
        if (codes.isEmpty()) {
            objections.add(of("nothing-promised").at("/promise/materials"));
        }
        List<ItemVersion.Material> following = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String at = "/promise/materials/" + i;
            var listed = item.material(code);
            if (listed.isEmpty()) {
                objections.add(of("material-not-listed", code).at(at));
            } else if (!seen.add(code)) {
                objections.add(of("material-twice", code).at(at));
            } else if (listed.get().necessity() != ItemVersion.Necessity.TOLERATED) {
                objections.add(
                        of("material-may-not-follow", code, listed.get().name())
                                .withGround(item.legalBasis())
                                .at(at));
            } else {
                following.add(listed.get());
            }
        }
        return following;
    }

    /**
     * The promise that comes with an application, on the text that was read.
     *
     * @param promised null where something speaks against it
     */
    public record Made(CaseFact.@Nullable Promised promised, List<Objection> objections) {
        public Made {
            objections = List.copyOf(objections);
        }
    }

    /** Nothing is promised on a text that has changed since it was read. */
    public Made make(
            Promising promising,
            String promiseId,
            ItemVersion item,
            RegionCode region,
            Promiser promiser,
            CaseFact.Stamp stamp) {
        Drafted drafted = draft(item, region, promiser, promising.materials(), stamp.occurredAt());
        PromiseDraft draft = drafted.draft();
        if (draft == null) return new Made(null, drafted.objections());
        if (!draft.textHash().equals(promising.textHash())) {
            return new Made(null, List.of(of("promise-text-changed").at("/promise/textHash")));
        }
        return new Made(draft.promised(promiseId, stamp), List.of());
    }
}
