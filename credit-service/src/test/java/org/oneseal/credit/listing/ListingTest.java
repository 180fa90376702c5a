package org.oneseal.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.credit.events.RepairGranted;
import org.oneseal.credit.events.SubjectDelisted;
import org.oneseal.credit.events.SubjectListed;
import org.oneseal.credit.listing.Listing.Outcome;
import org.oneseal.credit.listing.ListingState.Act;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** Every act in every state, and the rules of each act. */
class ListingTest {

    private static final RegionCode HERE = new RegionCode("431103000000");
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 1);
    private static final Officer ANNA = officer("anna", HERE);
    private static final Officer BEN = officer("ben", HERE);
    private static final RepairRegimes REGIMES =
            new RepairRegimes(
                    List.of(
                            new RepairRegime(
                                    "36",
                                    0,
                                    null,
                                    null,
                                    12,
                                    36,
                                    true,
                                    LocalDate.of(2026, 4, 1),
                                    null,
                                    "Order 36")));
    private static final ListRule RULE =
            new ListRule(
                    "promise-breach-1",
                    "promise-breach",
                    "告知承诺失信主体名单",
                    "国办发〔2020〕42号",
                    InformationClass.SEVERE,
                    List.of(new ListRule.Measure("promise-based-filing", "国办发〔2020〕42号")),
                    5,
                    15,
                    7,
                    10,
                    24,
                    "可申请信用修复");

    private static Officer officer(String id, RegionCode region) {
        return new Officer(
                Actor.person(id, "credit-officer", null, null, "test"),
                region,
                new Scope.WithinRegion(region));
    }

    private static Listing candidate(@Nullable LocalDate rectifyBy) {
        return Listing.propose(
                        "l-1",
                        HERE,
                        null,
                        RULE,
                        ListedSubject.organisation("91431103MA4TEAT09T", "示例公司", "p-1"),
                        new Dossier.Proposal(NOW, "anna", "逾期", "依据", Set.of(), null, rectifyBy))
                .listing();
    }

    private static Dossier.Notice notice(String by, Instant at) {
        return new Dossier.Notice("n-1", at, by, "text", "SM3:0", UNTIL);
    }

    private static Dossier.Statement statement(Instant at, boolean conclusive) {
        return new Dossier.Statement("s-1", at, "firm", "text", "SM3:0", false, conclusive);
    }

    private static Dossier.Dispute dispute() {
        return new Dossier.Dispute("d-1", NOW, "firm", "text", "SM3:0", UNTIL, null);
    }

    private static Dossier.Repair repair(Instant at, @Nullable String promise) {
        return new Dossier.Repair("r-1", at, "firm", promise, "done", "36", UNTIL, null);
    }

    private static RepairTerms terms(Listing listing, Instant at) {
        return REGIMES.on(
                        Listing.dayOf(at),
                        java.util.Objects.requireNonNull(listing.dossier().decision()).on(),
                        InformationClass.SEVERE,
                        Set.of())
                .orElseThrow();
    }

    private static Listing done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).listing();
    }

    private static List<String> codes(Outcome outcome) {
        return outcome instanceof Outcome.Objected objected
                ? objected.objections().stream().map(Objection::code).toList()
                : List.of();
    }

    private static Listing noticed() {
        return done(candidate(null).tell(notice("anna", NOW), ANNA));
    }

    private static Listing listed() {
        Listing stated = done(noticed().state(statement(NOW, true)));
        return done(stated.list(BEN, "reason", "answer", REGIMES, NOW));
    }

    private static Map<ListingState, Listing> oneOfEach() {
        Map<ListingState, Listing> all = new EnumMap<>(ListingState.class);
        all.put(ListingState.CANDIDATE, candidate(null));
        all.put(ListingState.NOTICED, noticed());
        all.put(ListingState.LISTED, listed());
        all.put(ListingState.DISMISSED, done(candidate(null).dismiss(ANNA, "no", null, NOW)));
        all.put(ListingState.EXPIRED, done(listed().expire("timer", after(800))));
        all.put(ListingState.REVOKED, done(new ListedActs(listed()).revoke(ANNA, "annulled", NOW)));
        Listing asked =
                done(
                        new ListedActs(listed())
                                .applyForRepair(
                                        repair(after(400), "promise"),
                                        terms(listed(), after(400))));
        all.put(
                ListingState.REPAIRED,
                done(new ListedActs(asked).answerRepair("r-1", granted(true), BEN)));
        return all;
    }

    private static Instant after(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static Dossier.RepairAnswer granted(boolean fulfilled) {
        return new Dossier.RepairAnswer(after(401), "ben", true, fulfilled, "fulfilled");
    }

    @Test
    void everyActIsOpenExactlyWhereTheTableSaysSo() {
        for (Map.Entry<ListingState, Listing> entry : oneOfEach().entrySet()) {
            ListingState state = entry.getKey();
            Listing listing = entry.getValue();
            assertThat(listing.state()).isEqualTo(state);
            for (Act act : EnumSet.allOf(Act.class)) {
                boolean refused = codes(attempt(listing, act)).contains("listing-state");
                assertThat(!refused).as("%s in %s", act, state).isEqualTo(state.allows(act));
            }
        }
    }

    private static Outcome attempt(Listing listing, Act act) {
        ListedActs acts = new ListedActs(listing);
        return switch (act) {
            case NOTICE -> listing.tell(notice("anna", NOW), ANNA);
            case STATE -> listing.state(statement(NOW, false));
            case LIST -> listing.list(BEN, "r", "a", REGIMES, NOW);
            case DISMISS -> listing.dismiss(BEN, "r", "a", NOW);
            case DISPUTE -> acts.dispute(dispute());
            case ANSWER_DISPUTE ->
                    acts.answerDispute(
                            "d-1",
                            new Dossier.DisputeAnswer(NOW, "anna", Dossier.Verdict.REJECT, "r"),
                            new ListedActs.Amendment(null, null, null),
                            ANNA);
            case APPLY_FOR_REPAIR ->
                    acts.applyForRepair(
                            repair(after(400), "p"),
                            RepairTerms.of(TODAY, 12, 36, true, REGIMES.rows().getFirst()));
            case ANSWER_REPAIR -> acts.answerRepair("r-1", granted(true), ANNA);
            case REVOKE -> acts.revoke(ANNA, "r", NOW);
            case EXPIRE -> listing.expire("timer", after(10_000));
        };
    }

    @Test
    void nobodyIsListedByWhoProposedOrTold() {
        Listing told = done(candidate(null).tell(notice("ben", NOW), BEN));
        Instant later = after(10);
        assertThat(codes(told.list(ANNA, "r", null, REGIMES, later))).contains("same-person");
        assertThat(codes(told.list(BEN, "r", null, REGIMES, later))).contains("same-person");
        assertThat(codes(told.list(officer("cleo", HERE), "r", null, REGIMES, later))).isEmpty();
    }

    @Test
    void onlyTheAuthorityOfTheRegionActs() {
        Officer city = officer("cleo", new RegionCode("431100000000"));
        assertThat(codes(candidate(null).tell(notice("cleo", NOW), city)))
                .containsExactly("not-the-authority");
        assertThat(codes(new ListedActs(listed()).revoke(city, "r", NOW)))
                .containsExactly("not-the-authority");
    }

    @Test
    void thePeriodForStatementsIsWaitedForUnlessThePartyIsDone() {
        Instant lastMoment = Instant.parse("2026-12-01T15:59:59Z");
        assertThat(codes(noticed().list(BEN, "r", null, REGIMES, lastMoment)))
                .containsExactly("statement-period-running");
        assertThat(codes(noticed().list(BEN, "r", null, REGIMES, lastMoment.plusSeconds(1))))
                .isEmpty();
        assertThat(codes(noticed().state(statement(lastMoment, false)))).isEmpty();
        assertThat(codes(noticed().state(statement(lastMoment.plusSeconds(1), false))))
                .containsExactly("statement-late");
    }

    @Test
    void aStatementHasToBeAnswered() {
        Listing stated = done(noticed().state(statement(NOW, true)));
        assertThat(codes(stated.list(BEN, "r", " ", REGIMES, NOW)))
                .containsExactly("statement-unanswered");
        assertThat(codes(stated.dismiss(BEN, "r", null, NOW)))
                .containsExactly("statement-unanswered");
    }

    @Test
    void anOverduePromiseIsNotToldBeforeTheDaysOfRectificationAreOver() {
        Listing candidate = candidate(TODAY);
        assertThat(codes(candidate.tell(notice("anna", NOW), ANNA)))
                .containsExactly("rectification-running");
        assertThat(codes(candidate.tell(notice("anna", after(1)), ANNA))).isEmpty();
        assertThat(candidate.dismissAsRectified("watch", NOW)).isInstanceOf(Outcome.Changed.class);
        assertThat(noticed().dismissAsRectified("watch", NOW)).isInstanceOf(Outcome.Objected.class);
    }

    @Test
    void aListingHoldsTwoYearsAndEndsTheDayAfter() {
        Listing listing = listed();
        var decision = java.util.Objects.requireNonNull(listing.dossier().decision());
        assertThat(decision.lastDay()).isEqualTo(LocalDate.of(2028, 11, 24));
        Instant lastMoment = Instant.parse("2028-11-24T15:59:59Z");
        assertThat(listing.expire("timer", lastMoment)).isInstanceOf(Outcome.Objected.class);
        assertThat(done(listing.expire("timer", lastMoment.plusSeconds(1))).state())
                .isEqualTo(ListingState.EXPIRED);
        assertThat(TellRestrictions.derived(List.of(listing))).hasSize(1);
    }

    @Test
    void repairNeedsItsTermItsPromiseAndItsDutiesDone() {
        Listing listing = listed();
        ListedActs acts = new ListedActs(listing);
        Instant early = Instant.parse("2027-11-24T15:59:59Z");
        assertThat(codes(acts.applyForRepair(repair(early, " "), terms(listing, early))))
                .containsExactly("repair-too-early", "repair-promise-missing");
        assertThat(codes(acts.applyForRepair(repair(early, "p"), null)))
                .containsExactly("repair-without-regime");
        Instant first = early.plusSeconds(1);
        Listing asked = done(acts.applyForRepair(repair(first, "p"), terms(listing, first)));
        ListedActs again = new ListedActs(asked);
        assertThat(codes(again.applyForRepair(repair(first, "p"), terms(asked, first))))
                .containsExactly("repair-pending");
        assertThat(codes(again.answerRepair("r-1", granted(false), ANNA)))
                .containsExactly("duties-open");
        assertThat(codes(again.answerRepair("r-2", granted(true), ANNA)))
                .containsExactly("repair-not-open");
        Outcome.Changed granted = (Outcome.Changed) again.answerRepair("r-1", granted(true), ANNA);
        assertThat(granted.events())
                .hasExactlyElementsOfTypes(RepairGranted.class, SubjectDelisted.class);
        assertThat(granted.listing().state()).isEqualTo(ListingState.REPAIRED);
        assertThat(TellRestrictions.derived(List.of(granted.listing()))).isEmpty();
    }

    @Test
    void anUpheldDisputeCorrectsOrRemovesAndOnlyShortens() {
        Listing disputed = done(new ListedActs(listed()).dispute(dispute()));
        ListedActs acts = new ListedActs(disputed);
        assertThat(codes(acts.dispute(dispute()))).containsExactly("dispute-pending");
        assertThat(codes(answer(acts, Dossier.Verdict.AMEND, null, BEN)))
                .containsExactly("same-person", "amendment-missing");
        assertThat(codes(answer(acts, Dossier.Verdict.REJECT, TODAY, ANNA)))
                .containsExactly("amendment-unexpected");
        LocalDate tooLong = LocalDate.of(2028, 11, 25);
        assertThat(codes(answer(acts, Dossier.Verdict.AMEND, tooLong, ANNA)))
                .containsExactly("amended-term");
        LocalDate sooner = LocalDate.of(2027, 11, 24);
        Listing amended = done(answer(acts, Dossier.Verdict.AMEND, sooner, ANNA));
        assertThat(amended.state()).isEqualTo(ListingState.LISTED);
        assertThat(TellRestrictions.derived(List.of(amended)).getFirst().until()).isEqualTo(sooner);
        assertThat(done(answer(acts, Dossier.Verdict.REMOVE, null, ANNA)).state())
                .isEqualTo(ListingState.REVOKED);
        assertThat(done(answer(acts, Dossier.Verdict.REJECT, null, ANNA)).state())
                .isEqualTo(ListingState.LISTED);
    }

    private static Outcome answer(
            ListedActs acts, Dossier.Verdict verdict, @Nullable LocalDate lastDay, Officer by) {
        return acts.answerDispute(
                "d-1",
                new Dossier.DisputeAnswer(NOW, by.id(), verdict, "r"),
                new ListedActs.Amendment(null, null, lastDay),
                by);
    }

    @Test
    void theListingTellsWhatTheLawWantsTold() {
        Listing stated = done(noticed().state(statement(NOW, true)));
        Outcome.Changed changed =
                (Outcome.Changed) stated.list(BEN, "reason", "answer", REGIMES, NOW);
        SubjectListed told = (SubjectListed) changed.events().getFirst();
        assertThat(told.basis()).isEqualTo(RULE.basis());
        assertThat(told.since()).isEqualTo(TODAY);
        assertThat(told.restrictions()).containsExactly("promise-based-filing");
        assertThat(NoticeText.of(noticed(), TODAY, UNTIL))
                .contains("示例公司", "国办发〔2020〕42号", "2026年12月1日", "陈述、申辩", "不适用告知承诺制");
    }

    @Test
    void aPersonIsMaskedWhateverNameIsGiven() {
        assertThat(ListedSubject.person("p", "欧阳小明").name()).isEqualTo("欧**");
        assertThat(ListedSubject.person("p", "张*").name()).isEqualTo("张*");
    }
}
