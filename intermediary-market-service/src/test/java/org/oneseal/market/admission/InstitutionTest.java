package org.oneseal.market.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.market.events.InstitutionAdmitted;
import org.oneseal.market.events.InstitutionApplied;
import org.oneseal.market.events.InstitutionRefused;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.WorkCalendar;

/** What an institution must show, and what becomes of it in each state. */
class InstitutionTest {

    private static final String USCC = "91110000600037341L";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ServiceType SAFETY =
            new ServiceType("aqpj", "安全评价", "aqpj", 1, "危险化学品安全管理条例第二十二条");
    private static final ServiceType WATER =
            new ServiceType("szylz", "水资源论证", null, 0, "取水许可和水资源费征收管理条例第十一条");
    private static final AdmissionRules RULES =
            new AdmissionRules(List.of(SAFETY, WATER), Set.of("taken"), List.of(), TODAY);
    private static final CheckRule CHECK = new CheckRule("c1", 2, "test");

    private static Application good() {
        return application(USCC, List.of("aqpj", "szylz"), LocalDate.of(2027, 1, 1), "cert-1");
    }

    private static Application application(
            String uscc, List<String> services, @Nullable LocalDate validTo, String certificate) {
        return new Application(
                "永州示例安全评价有限公司",
                uscc,
                services,
                List.of(new Qualification("aqpj", "乙级", "AQ-1", validTo)),
                List.of(new Practitioner("李某", "安全评价师", certificate, null)));
    }

    private static List<String> codes(Application application) {
        return RULES.objections(application).stream().map(Objection::code).toList();
    }

    @Test
    void aWholeApplicationMeetsNoObjection() {
        assertThat(codes(good())).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String citizen = "11010519491231002X";
        assertThat(CitizenNumber.isValid(citizen)).isTrue();
        Application bad =
                new Application(
                        " ",
                        "91110000600037341X",
                        List.of("aqpj", "aqpj", "nothing"),
                        List.of(
                                new Qualification("aqpj", null, "AQ-1", TODAY.minusDays(1)),
                                new Qualification("x", null, " ", null)),
                        List.of(
                                new Practitioner("", "t", "a", null),
                                new Practitioner("b", "t", citizen, null),
                                new Practitioner("c", "t", "taken", TODAY.minusDays(1)),
                                new Practitioner("d", "t", "a", null)));

        assertThat(codes(bad))
                .containsExactlyInAnyOrder(
                        "name-missing",
                        "uscc-invalid",
                        "qualification-expired",
                        "qualification-incomplete",
                        "practitioner-incomplete",
                        "certificate-is-citizen-number",
                        "practitioner-elsewhere",
                        "practitioner-expired",
                        "practitioner-twice",
                        "service-twice",
                        "service-unknown",
                        "qualification-missing");
        assertThat(codes(new Application("n", USCC, List.of(), List.of(), List.of())))
                .containsExactly("services-missing");
        assertThat(codes(new Application("n", USCC, List.of("aqpj"), List.of(), List.of())))
                .containsExactly("qualification-missing", "practitioners-too-few");
    }

    @Test
    void aQualificationHoldsOnItsLastDay() {
        assertThat(codes(application(USCC, List.of("aqpj"), TODAY, "c"))).isEmpty();
        assertThat(codes(application(USCC, List.of("aqpj"), TODAY.minusDays(1), "c")))
                .containsExactly("qualification-expired", "qualification-missing");
    }

    @Test
    void aServiceLapsesWithItsQualificationAndTheOthersStay() {
        Institution institution = applied(good());
        assertThat(institution.servicesOn(LocalDate.of(2027, 1, 1)))
                .containsExactly("aqpj", "szylz");
        assertThat(institution.servicesOn(LocalDate.of(2027, 1, 2))).containsExactly("szylz");
    }

    @Test
    void twoWorkingDaysFromFridayEndOnTuesday() {
        WorkCalendar calendar =
                WorkCalendar.of(
                        RegionCode.NATION,
                        List.of(
                                CalendarYear.decreed(
                                        2026, 1, Map.of(), Map.of(), OfficeHours.USUAL, null)));
        CheckDue due = CheckDue.derive(TODAY, CHECK, calendar);
        assertThat(due.lastDay()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(due.provisional()).isFalse();
        assertThat(CheckDue.derive(LocalDate.of(2026, 12, 31), CHECK, calendar).provisional())
                .isTrue();
    }

    @Test
    void everyActInEveryState() {
        List<InstitutionState.Reason> reasons =
                List.of(new InstitutionState.Reason("r", "查无记录", null));
        Institution waiting = applied(good());
        Institution admitted = changed(waiting.admit(RULES, "op", NOW));
        Institution refused = changed(waiting.refuse(reasons, "op", NOW));

        assertThat(event(waiting.admit(RULES, "op", NOW))).isInstanceOf(InstitutionAdmitted.class);
        assertThat(event(waiting.refuse(reasons, "op", NOW)))
                .isInstanceOf(InstitutionRefused.class);
        for (Institution checked : List.of(admitted, refused)) {
            assertObjected(checked.admit(RULES, "op", NOW), true, "institution-already-checked");
            assertObjected(checked.refuse(reasons, "op", NOW), true, "institution-already-checked");
        }
        assertObjected(waiting.refuse(List.of(), "op", NOW), false, "refusal-without-reason");
    }

    @Test
    void whatLapsedSinceTheApplicationIsSeenAtTheCheck() {
        Institution waiting = applied(application(USCC, List.of("aqpj"), TODAY, "c"));
        AdmissionRules tomorrow =
                new AdmissionRules(List.of(SAFETY), Set.of("c"), List.of(), TODAY.plusDays(1));
        assertObjected(
                waiting.admit(tomorrow, "op", NOW),
                false,
                "qualification-expired",
                "practitioner-elsewhere",
                "qualification-missing");
    }

    private static Institution applied(Application application) {
        Institution.Outcome outcome =
                Institution.apply(
                        "431103-x",
                        new RegionCode("431103000000"),
                        "party",
                        application,
                        false,
                        RULES,
                        CHECK,
                        null,
                        NOW);
        assertThat(event(outcome)).isInstanceOf(InstitutionApplied.class);
        return changed(outcome);
    }

    private static Institution changed(Institution.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Institution.Outcome.Changed.class);
        return ((Institution.Outcome.Changed) outcome).institution();
    }

    private static Object event(Institution.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Institution.Outcome.Changed.class);
        return ((Institution.Outcome.Changed) outcome).event().orElseThrow();
    }

    private static void assertObjected(
            Institution.Outcome outcome, boolean conflict, String... codes) {
        assertThat(outcome).isInstanceOf(Institution.Outcome.Objected.class);
        Institution.Outcome.Objected objected = (Institution.Outcome.Objected) outcome;
        assertThat(objected.conflict()).isEqualTo(conflict);
        assertThat(objected.objections().stream().map(Objection::code)).containsExactly(codes);
    }
}
