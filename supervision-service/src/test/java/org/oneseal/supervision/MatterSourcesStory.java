package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A department's own system tells of its own matters and as itself: what is wrong, another's or
 * before its time holds up nothing. {@link MatterEventsStory} tells what follows from its reports.
 */
class MatterSourcesStory extends Story {

    private static final String HEALTH = "431131-WJ";

    MatterSourcesStory() {
        super("431131000000");
    }

    @Test
    void what_is_wrong_or_another_s_goes_to_the_dead_letters_and_holds_up_nothing() {
        var source = new ReportingSystem(this, "wrong").registered();
        SeenMatter matter = matter("公开〔2026〕9号");
        MatterReport first = source.disclosure(matter.number());
        MatterReport second = first.numbered("2");
        List<Refused> refused =
                List.of(
                        new Refused("matter-source-forged", second.answered().from("wabo")),
                        new Refused("matter-outside " + HEALTH, second.with("department", HEALTH)),
                        new Refused("matter-told-otherwise 1", first.with("by", "2026-12-31")),
                        new Refused(
                                "matter-personal-number",
                                second.with("title", "440524188001010014 的申请")),
                        new Refused("matter-kind-unfit CASE", second.with("kind", "CASE")),
                        new Refused("matter-data-malformed", second.with("kind", "OTHER")),
                        new Refused("matter-word-malformed", second.with("reached", "Answered!")),
                        new Refused("matter-number-mismatch", second.with("number", "公开〔2026〕8号")),
                        new Refused("matter-member-missing title", second.with("title", null)),
                        new Refused("matter-sequence-range 1000", first.numbered("0")),
                        new Refused("malformed", first.numbered("x")),
                        new Refused("malformed", second.saying("[1")),
                        new Refused(
                                "matter-time-implausible",
                                first.numbered("3").with("by", "+999999999-12-31")),
                        new Refused(
                                "matter-time-implausible",
                                second.answered().at("1066-01-01T00:00:00Z")),
                        new Refused("matter-in-future", second.at("2026-12-02T00:00:00Z")));
        source.tell(first);
        refused.forEach(wrong -> source.tell(wrong.report()));
        source.tell(second.answered());

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(matter.watches())
                                        .anyMatch(watch -> watch.contains(" CLOSED ")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(source.reasons()).hasSameSizeAs(refused));
        for (Refused wrong : refused) {
            assertThat(source.reasons())
                    .as(wrong.why())
                    .anyMatch(reason -> reason.contains(wrong.why()));
        }
        assertThat(source.deadLetters().toString()).doesNotContain("440524188001010014");
        assertThat(matter.toldOn()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void what_nobody_is_registered_for_yet_waits() {
        var known = new ReportingSystem(this, "known").registered();
        var early = new ReportingSystem(this, "early");
        early.tell(early.disclosure("早-1"));
        known.tell(known.disclosure("知-1"));
        awaitWatched("知-1");
        assertThat(matter("早-1").watches()).isEmpty();

        early.registered();
        awaitWatched("早-1");
        assertThat(early.reasons()).isEmpty();
    }

    /** A registration that is changed holds from then on; one that comes late changes nothing. */
    @Test
    void a_source_tells_of_the_departments_it_is_registered_for_now() {
        var source = new ReportingSystem(this, "changed").registered();
        source.register(3, department(), HEALTH);
        source.register(2, department());
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            source.tell(source.disclosure("卫-1").with("department", HEALTH));
                            assertThat(matter("卫-1").watches()).hasSize(1);
                        });
        // With two departments it has to say whose the matter is.
        source.tell(source.disclosure("无-1").with("department", null));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(source.deadLetters())
                                        .anyMatch(m -> String.valueOf(m.key()).endsWith("无-1")));
        assertThat(matter("无-1").watches()).isEmpty();
    }

    /** A report that is to be refused, and what its dead letter has to say of it. */
    private record Refused(String why, MatterReport report) {}

    private SeenMatter matter(String number) {
        return new SeenMatter(this, number);
    }

    private void awaitWatched(String number) {
        await().atMost(SOON).untilAsserted(() -> assertThat(matter(number).watches()).hasSize(1));
    }
}
