package org.oneseal.market.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.market.admission.Restriction;
import org.oneseal.market.events.ProjectEvent;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.Nonce;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

class ProjectTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant CLOSE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant VALUE = Instant.parse("2026-11-24T13:15:00Z");
    private static final Nonce NONCE = new Nonce("cd".repeat(32));
    private static final SelectionRule RULE =
            new SelectionRule(
                    "r",
                    3,
                    1,
                    Duration.ofHours(72),
                    Duration.ofHours(1),
                    Duration.ofDays(60),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    2,
                    5,
                    null,
                    "g");
    private static final ProjectState.Contract CONTRACT =
            new ProjectState.Contract(
                    "z", 100, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 9));
    private static final LocalDate LAST = LocalDate.of(2026, 12, 1);
    private static final Digest PAPER = Digest.of("SM3", new byte[] {1});

    @Test
    void everyActInEveryState() {
        Map<String, Function<Project, ProjectOutcome>> acts = new LinkedHashMap<>();
        acts.put("publish", p -> p.publish(() -> round(2), List.of()));
        acts.put(
                "return", p -> p.returnWith(List.of(new ProjectState.Reason("c", "t", null)), NOW));
        acts.put("signUp", p -> p.signUp(participant(9), true, NOW));
        acts.put("close", p -> close(p, _ -> List.of(), false, CLOSE));
        acts.put("draw", p -> draw(p, Optional.of(NONCE), Optional.of("v"), VALUE));
        acts.put("confirm", p -> p.confirm(winner(p), true, LAST, VALUE));
        acts.put("lapse", p -> p.lapseIfOverdue(VALUE.plus(Duration.ofDays(9))));
        acts.put("commission", p -> p.commission(CONTRACT, List.of(), VALUE));
        acts.put("deliver", p -> p.deliver(winner(p), "t", PAPER, VALUE));
        Map<String, Set<String>> allowed =
                Map.of(
                        "SUBMITTED", Set.of("publish", "return"),
                        "RETURNED", Set.of(),
                        "OPEN", Set.of("signUp", "close"),
                        "SEALED", Set.of("draw"),
                        "DRAWN", Set.of("confirm", "lapse"),
                        "CONFIRMED", Set.of("commission", "lapse"),
                        "COMMISSIONED", Set.of("deliver"),
                        "DELIVERED", Set.of(),
                        "UNSUCCESSFUL", Set.of("publish"));
        List<Project> all = everyState();
        assertThat(all.stream().map(p -> p.state().label()))
                .containsExactlyInAnyOrderElementsOf(allowed.keySet());
        for (Project project : all) {
            Set<String> done = new TreeSet<>();
            acts.forEach(
                    (name, act) -> {
                        switch (act.apply(project)) {
                            case ProjectOutcome.Changed _ -> done.add(name);
                            case ProjectOutcome.Objected(var objections, var conflict) -> {
                                assertThat(objections).isNotEmpty();
                                assertThat(conflict).as(name + project.state()).isTrue();
                            }
                        }
                    });
            assertThat(done)
                    .as(project.state().label())
                    .isEqualTo(allowed.get(project.state().label()));
        }
    }

    @Test
    void theOneWhoIsDrawnIsWhomTheSealedFactsSayWhateverTheHour() {
        Project sealed = sealed();
        String first = winner(changed(draw(sealed, Optional.of(NONCE), Optional.of("v"), VALUE)));
        for (int seconds = 1; seconds <= 600; seconds += 7) {
            Instant at = VALUE.plusSeconds(seconds);
            assertThat(winner(changed(draw(sealed, Optional.of(NONCE), Optional.of("v"), at))))
                    .isEqualTo(first);
        }
    }

    @Test
    void noOtherNonceNorALateHourNorAMissingValueDraws() {
        Project sealed = sealed();
        assertThat(reason(draw(sealed, Optional.of(Nonce.random()), Optional.of("v"), VALUE)))
                .isEqualTo(Round.Reason.NONCE_LOST);
        assertThat(reason(draw(sealed, Optional.empty(), Optional.of("v"), VALUE)))
                .isEqualTo(Round.Reason.NONCE_LOST);
        Instant end = VALUE.plus(Duration.ofMinutes(10));
        assertThat(draw(sealed, Optional.of(NONCE), Optional.of("v"), end))
                .isInstanceOf(ProjectOutcome.Changed.class);
        Instant late = end.plusMillis(1);
        assertThat(reason(draw(sealed, Optional.of(NONCE), Optional.of("v"), late)))
                .isEqualTo(Round.Reason.NOT_REVEALED_IN_TIME);
        assertThat(reason(draw(sealed, Optional.of(NONCE), Optional.empty(), late)))
                .isEqualTo(Round.Reason.VALUE_NOT_PUBLISHED);
        assertThat(draw(sealed, Optional.of(NONCE), Optional.empty(), end))
                .isInstanceOf(ProjectOutcome.Objected.class);
        assertThat(draw(sealed, Optional.of(NONCE), Optional.of("v"), VALUE.minusMillis(1)))
                .isInstanceOf(ProjectOutcome.Objected.class);
        for (Round.Reason reason : Round.Reason.values()) {
            assertThat(reason.isVoid())
                    .isEqualTo(
                            !Set.of(
                                            "TOO_FEW",
                                            "DECLINED",
                                            "NOT_CONFIRMED",
                                            "NOT_CONTRACTED",
                                            "BARRED")
                                    .contains(reason.name()));
        }
    }

    @Test
    void sealingTooLateOrWithTheValueKnownIsVoid() {
        Project open = open();
        assertThat(reason(close(open, _ -> List.of(), false, VALUE)))
                .isEqualTo(Round.Reason.SEALED_TOO_LATE);
        assertThat(reason(close(open, _ -> List.of(), true, CLOSE)))
                .isEqualTo(Round.Reason.VALUE_KNOWN_EARLY);
    }

    @Test
    void whoIsOutAtTheCloseIsNamedWithEveryReasonAndDoesNotCount() {
        Project extended =
                changed(
                        close(
                                open(),
                                s -> s.uscc().endsWith("1") ? List.of("a", "b") : List.of(),
                                false,
                                CLOSE));
        assertThat(extended.state()).isInstanceOf(ProjectState.Open.class);
        assertThat(extended.round().announced().closesAt())
                .isEqualTo(CLOSE.plus(Duration.ofHours(72)));
        assertThat(extended.round().announced().commitment())
                .isEqualTo(open().round().announced().commitment());
        assertThat(
                        reason(
                                close(
                                        extended,
                                        s -> s.uscc().endsWith("1") ? List.of("a") : List.of(),
                                        false,
                                        CLOSE.plus(Duration.ofHours(72)))))
                .isEqualTo(Round.Reason.TOO_FEW);
    }

    @Test
    void everyReasonIsToldAtOnce() {
        assertThat(
                        codes(
                                open().signUp(
                                                new Participant(
                                                        "i",
                                                        "n",
                                                        "91431103MA4T000000",
                                                        "431103000000",
                                                        "p",
                                                        List.of(
                                                                new Participant.Offered(
                                                                        "s",
                                                                        LocalDate.of(2026, 1, 1))),
                                                        List.of(
                                                                new Restriction(
                                                                        "l",
                                                                        null,
                                                                        LocalDate.of(2026, 1, 1),
                                                                        null))),
                                                false,
                                                NOW)))
                .containsExactly(
                        "qualification-lapsed",
                        "institution-restricted",
                        "institution-avoided",
                        "tie-not-denied");
    }

    private static List<Project> everyState() {
        Project submitted = submitted();
        Project drawn = changed(draw(sealed(), Optional.of(NONCE), Optional.of("v"), VALUE));
        Project confirmed = changed(drawn.confirm(winner(drawn), true, LAST, VALUE));
        Project commissioned = changed(confirmed.commission(CONTRACT, List.of(), VALUE));
        return List.of(
                submitted,
                changed(
                        submitted.returnWith(
                                List.of(new ProjectState.Reason("c", "t", null)), NOW)),
                open(),
                sealed(),
                drawn,
                confirmed,
                commissioned,
                changed(commissioned.deliver(winner(commissioned), "t", PAPER, VALUE)),
                changed(drawn.confirm(winner(drawn), false, LAST, VALUE)));
    }

    private static Project submitted() {
        return changed(
                Project.submit(
                        "431103-p",
                        new RegionCode("431103000000"),
                        new Terms(
                                "t",
                                Terms.Role.AUTHORITY_COMMISSIONED,
                                "s",
                                "c",
                                null,
                                "i",
                                null,
                                Terms.Fund.FISCAL,
                                100,
                                15,
                                List.of(new Terms.Avoided("91431103MA4T000000", Terms.Tie.STAFF))),
                        new Buyer(null, "431103-HJ", "b", null),
                        List.of()));
    }

    private static Project open() {
        Project open = changed(submitted().publish(() -> round(1), List.of()));
        for (int i = 1; i <= 3; i++) open = changed(open.signUp(participant(i), true, NOW));
        return open;
    }

    private static Project sealed() {
        return changed(close(open(), _ -> List.of(), false, CLOSE));
    }

    private static Round round(int number) {
        DrawAnnouncement announced =
                Drawing.announce(
                        "431103-p-" + number,
                        "SM3",
                        NONCE,
                        NOW,
                        CLOSE,
                        Optional.of(new PublicValues.Coming("l", "135", VALUE)));
        return Round.open(number, announced, RULE, "encrypted");
    }

    private static Participant participant(int number) {
        return new Participant(
                "i" + number,
                "n",
                "91431103MA4T00000" + number,
                "431103000000",
                "p" + number,
                List.of(new Participant.Offered("s", null)),
                List.of());
    }

    private static ProjectOutcome close(
            Project project, Function<SignUp, List<String>> out, boolean known, Instant now) {
        return Drawing.close(
                project,
                out,
                at -> Optional.of(new PublicValues.Coming("l", "138", at.plusSeconds(9000))),
                known,
                now);
    }

    private static ProjectOutcome draw(
            Project project, Optional<Nonce> nonce, Optional<String> value, Instant now) {
        return Drawing.draw(project, nonce, value, _ -> List.of(), LocalDate.of(2026, 11, 26), now);
    }

    private static String winner(Project project) {
        SignUp selected = project.state().selected();
        return selected == null ? "nobody" : selected.party();
    }

    private static Round.@Nullable Reason reason(ProjectOutcome outcome) {
        Project project = changed(outcome);
        return project.state() instanceof ProjectState.Unsuccessful none ? none.reason() : null;
    }

    private static Project changed(ProjectOutcome outcome) {
        assertThat(outcome).isInstanceOf(ProjectOutcome.Changed.class);
        ProjectOutcome.Changed changed = (ProjectOutcome.Changed) outcome;
        List<ProjectEvent> events = Objects.requireNonNull(changed.events());
        assertThat(events).isNotEmpty();
        return changed.project();
    }

    private static List<String> codes(ProjectOutcome outcome) {
        assertThat(outcome).isInstanceOf(ProjectOutcome.Objected.class);
        return ((ProjectOutcome.Objected) outcome)
                .objections().stream().map(Objection::code).toList();
    }
}
