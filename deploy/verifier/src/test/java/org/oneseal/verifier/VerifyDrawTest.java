package org.oneseal.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawFinding;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.Nonce;
import org.oneseal.platform.draw.PublicValue;
import org.oneseal.platform.draw.SealedDraw;
import org.oneseal.platform.evidence.CanonicalJson;

class VerifyDrawTest {

    private static final String DRAW = "431103-p-1";
    private static final Instant CLOSE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Nonce NONCE = new Nonce("ab".repeat(32));
    private static final PublicValue VALUE =
            new PublicValue("lottery", "2026135", CLOSE.plusSeconds(3600), "03 08 11");
    private static final List<String> ENTRIES = List.of("A1", "B2", "C3");

    @TempDir Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void anHonestDrawHolds() throws IOException {
        write("page.json", "{\"id\":\"x\",\"proof\":" + json(proof(ENTRIES)) + "}");
        write("before.json", "{\"announcement\":" + json(announced(null)) + ",\"proof\":null}");

        assertThat(run("page.json", "--earlier", "before.json", "--value", "03 08 11"))
                .isEqualTo(Verify.HOLDS);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("among 3")
                .contains("its proof holds")
                .doesNotContain("✗")
                .doesNotContain("·");
    }

    @Test
    void theProofAloneWillDoAndWhatWasNotSeenIsSaid() throws IOException {
        write("proof.json", json(proof(ENTRIES)));

        assertThat(run("proof.json")).isEqualTo(Verify.HOLDS);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("round 2026135 of lottery")
                .contains("No page kept from before");
    }

    @Test
    void anotherWinnerOrListDoesNotHold() throws IOException {
        DrawProof honest = proof(ENTRIES);
        String other = honest.winner().equals("A1") ? "B2" : "A1";
        write(
                "page.json",
                json(honest).replace("\"winner\":\"" + honest.winner(), "\"winner\":\"" + other));
        assertThat(run("page.json")).isEqualTo(Verify.FLAWED);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("The winner told is " + other)
                .contains("the one recomputed is " + honest.winner());

        told.reset();
        write("late.json", json(proof(List.of("A1", "B2", "C3", "D4"))));
        write("sealed.json", json(announced(honest.entriesDigest())));
        assertThat(run("late.json", "--earlier", "sealed.json", "--value", "1"))
                .isEqualTo(Verify.FLAWED);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("entries changed after the close")
                .contains("the one you give is 1");
    }

    @Test
    void inputThatCanNotBeUsedIsSaidSo() throws IOException {
        assertThat(run()).isEqualTo(Verify.UNUSABLE);
        assertThat(run("nowhere.json")).isEqualTo(Verify.UNUSABLE);
        write("open.json", "{\"id\":\"x\",\"proof\":null}");
        assertThat(run("open.json")).isEqualTo(Verify.UNUSABLE);
        write("broken.json", "{\"proof\":{\"draw\":\"x\"}}");
        assertThat(run("broken.json")).isEqualTo(Verify.UNUSABLE);
        write("text.json", "hello");
        assertThat(run("text.json")).isEqualTo(Verify.UNUSABLE);
        assertThat(run("open.json", "--what")).isEqualTo(Verify.UNUSABLE);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Usage: verify draw");
    }

    @Test
    void everyFindingHasATextInBothLanguages() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            ResourceBundle texts = Verify.texts(language);
            for (DrawFinding.Code code : DrawFinding.Code.values()) {
                assertThat(texts.getString("draw-" + code.name())).isNotBlank();
            }
        }
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of("draw"));
        Arrays.stream(words)
                .map(w -> w.endsWith(".json") ? folder.resolve(w).toString() : w)
                .forEach(all::add);
        all.addAll(List.of("--lang", "en"));
        return Verify.run(all, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String json(Object value) {
        return CanonicalJson.mapper().writeValueAsString(value);
    }

    private static DrawProof proof(List<String> entries) {
        return DrawProof.of(
                new SealedDraw(DRAW, "SM3", entries, NONCE, VALUE),
                announced(null),
                3,
                CLOSE.plusSeconds(1),
                CLOSE.plusSeconds(3601),
                CLOSE.plusSeconds(4200));
    }

    private static DrawAnnouncement announced(@Nullable Digest entries) {
        return new DrawAnnouncement(
                DRAW,
                DrawAnnouncement.PUBLIC_VALUE,
                "SM3",
                NONCE.commitment("SM3", DRAW),
                CLOSE.minusSeconds(86400),
                CLOSE,
                VALUE.source(),
                VALUE.round(),
                VALUE.publishedAt(),
                entries);
    }
}
