package org.oneseal.catalog.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.registers.EntryOutcome.Kept;
import org.oneseal.catalog.registers.EntryOutcome.NotNow;
import org.oneseal.catalog.registers.EntryOutcome.Objected;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/** An entry is begun, changed, approved and withdrawn, and says why where it cannot be. */
class RegisterEntryTest {

    private static final RegionCode COUNTY = new RegionCode("431125000000");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aServiceHasANameAndALawThatAsksForIt() {
        assertThat(codes(begun(service(" ", " "))))
                .containsExactly("service-name-missing", "service-without-basis");
        assertThat(
                        codes(
                                kept(begun(service("测绘", "测绘法第二十七条")))
                                        .change(service("测绘", ""), "editor")))
                .containsExactly("service-without-basis");
    }

    @Test
    void whatIsTheSameIsNoChangeAndWhatIsWithdrawnIsGoneOnce() {
        RegisterEntry entry = kept(begun(service("测绘", "测绘法第二十七条")));
        assertThat(codes(entry.change(service("测绘", "测绘法第二十七条"), "editor")))
                .containsExactly("entry-unchanged");
        RegisterEntry gone = kept(entry.withdraw());
        assertThat(codes(gone.withdraw())).containsExactly("entry-withdrawn");
        assertThat(codes(gone.approve("someone", NOW))).containsExactly("entry-withdrawn");
        RegisterEntry back = kept(gone.change(service("测绘", "测绘法第二十七条"), "editor"));
        assertThat(back.withdrawn()).isFalse();
    }

    @Test
    void anAnswerIsApprovedOnceAndBySomebodyElse() {
        RegisterEntry answer = kept(begun(answer("要几天？")));
        assertThat(codes(answer.approve("writer", NOW)))
                .containsExactly("answer-approved-by-writer");
        RegisterEntry approved = kept(answer.approve("other", NOW));
        assertThat(codes(approved.approve("third", NOW)))
                .containsExactly("answer-approved-already");
        RegisterEntry changed = kept(approved.change(answer("要几个工作日？"), "editor"));
        assertThat(codes(changed.approve("third", NOW))).isEmpty();
    }

    private static IntermediaryEntry service(String name, String basis) {
        return new IntermediaryEntry(name, basis, null, null, null, null, null);
    }

    private static KnowledgeAnswer answer(String question) {
        return new KnowledgeAnswer(
                question, List.of(), "三个工作日", null, null, null, null, "writer", null);
    }

    private static EntryOutcome begun(EntryBody body) {
        return RegisterEntry.begin("key", COUNTY, RegisterEntry.EDITOR, body);
    }

    private static RegisterEntry kept(EntryOutcome outcome) {
        if (outcome instanceof Kept(var entry, _)) return entry;
        throw new AssertionError(codes(outcome).toString());
    }

    private static List<String> codes(EntryOutcome outcome) {
        List<Objection> objections =
                switch (outcome) {
                    case Kept _ -> List.of();
                    case Objected(var why) -> why;
                    case NotNow(var why) -> why;
                };
        return objections.stream().map(Objection::code).toList();
    }
}
