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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Head;
import org.oneseal.platform.evidence.MerkleTree;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.evidence.Salt;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.evidence.SealedHead;

class VerifyTest {

    private static final Instant START = Instant.parse("2026-09-01T01:00:00Z");

    @TempDir Path folder;

    private final KeyRing keys = KeyRing.ephemeral(CryptoProfile.CN, "cases");
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void anHonestHistoryHolds() throws IOException {
        writeAll("", history("granted", "delivered"));

        assertThat(verify("", "en")).isEqualTo(Verify.HOLDS);
        assertThat(told()).contains("3 entries").contains("the evidence holds").doesNotContain("✗");
    }

    @Test
    void aRewrittenOneDoesNotAndEveryReasonIsToldInTheReadersLanguage() throws IOException {
        writeAll("", history("refused", "delivered"));
        writeAll("forged-", history("granted", "delivered"));

        assertThat(verify("forged-", "en", "", "")).isEqualTo(Verify.FLAWED);
        assertThat(told())
                .contains("contradicts the history")
                .contains("Seal 1 differs from the one kept outside")
                .contains("does not hold");
        told.reset();
        assertThat(verify("forged-", "zh", "", "")).isEqualTo(Verify.FLAWED);
        assertThat(told()).contains("第 1 号封存与外部留存的不同").contains("证据不成立");
    }

    @Test
    void aDossierIsAsGoodAsTheWorstOfItsPiecesAndLacksNothingThatIsReceipted() throws IOException {
        Evidence one = piece("case", "a", "granted");
        Evidence other = piece("paper", "p", "printed");
        Evidence forged = piece("paper", "p", "reprinted");
        write("keys.json", keys.publicKeys());
        write("receipts.json", List.of(one.receipt(), other.receipt()));
        write("whole.json", List.of(one, other));
        write("forged.json", List.of(one, forged));
        write("lacking.json", List.of(one, piece("document", "d", "added")));

        assertThat(dossier("whole.json")).isEqualTo(Verify.HOLDS);
        assertThat(told()).contains("Verifying case a", "Verifying paper p").doesNotContain("✗");
        told.reset();
        assertThat(dossier("forged.json")).isEqualTo(Verify.FLAWED);
        assertThat(told()).contains("contradicts the history");
        told.reset();
        assertThat(dossier("lacking.json")).isEqualTo(Verify.FLAWED);
        assertThat(told()).contains("The dossier lacks p, which a receipt proves");
    }

    private int dossier(String name) {
        return run(
                file(name),
                "--receipt",
                file("receipts.json"),
                "--keys",
                file("keys.json"),
                "--lang",
                "en");
    }

    /** Not sealed yet. */
    private Evidence piece(String type, String id, String note) {
        Entry entry =
                Entry.chained(
                        CryptoProfile.CN,
                        "",
                        type,
                        id,
                        1,
                        "cases.noted",
                        START,
                        START,
                        "431103000000",
                        null,
                        null,
                        CanonicalJson.parse("{\"id\":\"u1\"}"),
                        CanonicalJson.parse("{\"note\":\"" + note + "\"}"),
                        Salt.random());
        return new Evidence(
                Evidence.FORMAT,
                "cases",
                type,
                id,
                List.of(entry),
                Receipt.sign(keys, "cases", type, id, 1, entry.hash(), START),
                List.of(),
                keys.publicKeys());
    }

    @Test
    void sealsMayLieInAFolderOrAPage() throws IOException {
        writeAll("", history("granted"));
        Path seals = Files.createDirectory(folder.resolve("seals"));
        Files.copy(folder.resolve("seals.json"), seals.resolve("cases-000000000001.json"));
        Files.writeString(
                folder.resolve("page.json"),
                "{\"items\":" + Files.readString(folder.resolve("seals.json")) + ",\"next\":null}");

        for (String place : List.of("seals", "page.json")) {
            assertThat(
                            run(
                                    file("export.json"),
                                    "--receipt",
                                    file("receipt.json"),
                                    "--seals",
                                    file(place),
                                    "--keys",
                                    file("keys.json"),
                                    "--lang",
                                    "en"))
                    .as(place + ": " + told())
                    .isEqualTo(Verify.HOLDS);
        }
        assertThat(told()).doesNotContain("·");
    }

    @Test
    void wrongInputIsNeitherGoodNorBadEvidence() throws IOException {
        writeAll("", history("granted"));
        Files.writeString(folder.resolve("broken.json"), "{\"entries\":[");
        Files.writeString(folder.resolve("empty.json"), "{}");

        assertThat(run()).isEqualTo(Verify.UNUSABLE);
        assertThat(run("--lang", "fr")).isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("export.json"), "--seals")).isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("export.json"), "--what")).isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("nowhere.json"))).isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("broken.json"))).isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("empty.json"))).isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("export.json"), "--receipt", file("broken.json")))
                .isEqualTo(Verify.UNUSABLE);
        assertThat(run(file("export.json"), "--receipt", file("empty.json")))
                .isEqualTo(Verify.UNUSABLE);
    }

    @Test
    void everyFindingHasATextInBothLanguages() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(Verify.texts(language).keySet())
                    .containsAll(
                            java.util.Arrays.stream(Finding.Code.values())
                                    .map(Enum::name)
                                    .toList());
        }
        assertThat(Verify.texts(Locale.ENGLISH).keySet())
                .containsExactlyInAnyOrderElementsOf(Verify.texts(Locale.CHINESE).keySet());
        assertThat(Verify.texts(Locale.CHINESE).getString("holds"))
                .isNotEqualTo(Verify.texts(Locale.ENGLISH).getString("holds"));
    }

    private Evidence history(String... notes) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(entries, "submitted"));
        for (String note : notes) entries.add(entry(entries, note));
        Entry last = entries.getLast();
        List<Head> heads = List.of(new Head("case", "a", last.sequence(), last.hash()));
        MerkleTree tree = MerkleTree.over(CryptoProfile.CN, heads);
        Seal seal = Seal.sign(keys, "cases", 1, null, tree.root(), 1, START.plusSeconds(3600));
        return new Evidence(
                Evidence.FORMAT,
                "cases",
                "case",
                "a",
                entries,
                Receipt.sign(keys, "cases", "case", "a", last.sequence(), last.hash(), START),
                List.of(new SealedHead(seal, heads.getFirst(), tree.path(0))),
                keys.publicKeys());
    }

    private static Entry entry(List<Entry> before, String note) {
        return Entry.chained(
                CryptoProfile.CN,
                before.isEmpty() ? "" : before.getLast().hash().toString(),
                "case",
                "a",
                before.size() + 1L,
                "cases.noted",
                START,
                START,
                "431103000000",
                null,
                null,
                CanonicalJson.parse("{\"id\":\"u1\"}"),
                CanonicalJson.parse("{\"note\":\"" + note + "\"}"),
                Salt.random());
    }

    private void writeAll(String prefix, Evidence evidence) throws IOException {
        write(prefix + "export.json", evidence);
        write(prefix + "receipt.json", evidence.receipt());
        write(prefix + "seals.json", List.of(evidence.seals().getFirst().seal()));
        write("keys.json", keys.publicKeys());
    }

    private void write(String name, Object document) throws IOException {
        Files.writeString(
                folder.resolve(name), CanonicalJson.mapper().writeValueAsString(document));
    }

    private int verify(String prefix, String language) {
        return verify(prefix, language, prefix, prefix);
    }

    private int verify(String prefix, String language, String receipt, String seals) {
        return run(
                file(prefix + "export.json"),
                "--receipt",
                file(receipt + "receipt.json"),
                "--seals",
                file(seals + "seals.json"),
                "--keys",
                file("keys.json"),
                "--lang",
                language);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... args) {
        return Verify.run(List.of(args), new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
