package org.oneseal.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.Finding.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VerificationTest {

    private static final Instant START = Instant.parse("2026-09-01T01:00:00Z");

    @ParameterizedTest
    @EnumSource
    void anUntouchedHistoryHasNoFindings(CryptoProfile profile) {
        var ledger = new Ledger(profile).record("a", 3).seal().record("b", 2).record("a", 2).seal();

        assertThat(ledger.verify(ledger.export("a"), ledger.receipt("a"))).isEmpty();
        assertThat(ledger.verify(ledger.export("b"), ledger.receipt("b"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyAlteredMemberOfEveryEntryIsFound(CryptoProfile profile) {
        var ledger = new Ledger(profile).record("a", 3).seal().record("a", 2).seal();
        Receipt receipt = ledger.receipt("a");
        String export = Ledger.JSON.writeValueAsString(ledger.export("a"));
        long seed = 20260901;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        JsonNode untouched = Ledger.JSON.readTree(export);
        assertThat(ledger.verify(Ledger.read(untouched), receipt)).isEmpty();

        int altered = 0;
        for (String pointer : leaves(untouched.required("entries"), "/entries")) {
            for (int turn = 0; turn < 3; turn++) {
                JsonNode tampered = Ledger.JSON.readTree(export);
                alter(tampered, pointer, random);
                if (tampered.equals(untouched)) continue;
                altered++;
                List<Finding> findings = tryToVerify(ledger, tampered, receipt);
                assertThat(findings)
                        .as("seed %d: altered %s", seed, pointer)
                        .anyMatch(Finding::isFlaw);
            }
        }
        assertThat(altered).isGreaterThan(5 * 14);
    }

    @Test
    void everyFlawIsToldNotTheFirstAlone() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 6).seal();
        ObjectNode export = ledger.exportTree("a");
        ArrayNode entries = (ArrayNode) export.required("entries");
        ((ObjectNode) entries.required(0).required("data")).put("note", "another");
        ((ObjectNode) entries.required(4)).put("region", "431102000000");
        entries.remove(2);

        assertThat(ledger.verify(Ledger.read(export), ledger.receipt("a")))
                .contains(
                        Finding.of(Code.DATA_ALTERED, 1L),
                        Finding.of(Code.MISSING_ENTRY, 3L, 4L),
                        Finding.of(Code.BROKEN_CHAIN, 4L),
                        Finding.of(Code.BROKEN_CHAIN, 5L));
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryRewrittenAndSealedAnewContradictsTheReceipt(CryptoProfile profile) {
        var ledger = new Ledger(profile).record("a", 4).record("b", 3).seal();
        Receipt receipt = ledger.receipt("a");
        var forged = ledger.rewritten("a", 2);

        assertThat(Verification.of(forged.export("a"), List.of(), List.of(), forged.keys()))
                .as("by itself the forgery holds")
                .noneMatch(Finding::isFlaw);
        assertThat(Verification.of(forged.export("a"), List.of(receipt), List.of(), forged.keys()))
                .contains(Finding.of(Code.RECEIPT_CONTRADICTS, 4L, 4L));
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryRewrittenAndSealedAnewContradictsTheSealKeptOutside(CryptoProfile profile) {
        var ledger = new Ledger(profile).record("a", 4).record("b", 3).seal().record("b", 1).seal();
        var forged = ledger.rewritten("a", 2);

        assertThat(Verification.of(forged.export("a"), List.of(), ledger.seals(), forged.keys()))
                .contains(Finding.of(Code.SEAL_DIFFERS_OUTSIDE, 1L));
        assertThat(Verification.of(forged.export("b"), List.of(), ledger.seals(), forged.keys()))
                .as("whoever shared the seal notices, too")
                .contains(Finding.of(Code.SEAL_DIFFERS_OUTSIDE, 1L));
    }

    @Test
    void aHistoryRewrittenUnderANewerSealIsFoundSealedTooLate() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 4).record("b", 3).seal();
        var forged = ledger.rewrittenUnderNewSeal("a", 2);
        List<Seal> outside = forged.seals();

        assertThat(Verification.of(forged.export("a"), List.of(), outside, forged.keys()))
                .contains(
                        Finding.of(Code.SEALED_LATE, 1L, 2L), Finding.of(Code.SEALED_LATE, 4L, 2L));
    }

    @Test
    void anExportThatHidesItsSealsIsFound() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 2).record("b", 1).seal();
        Evidence whole = ledger.export("a");
        var hiding =
                new Evidence(
                        whole.format(),
                        whole.service(),
                        whole.aggregateType(),
                        whole.aggregateId(),
                        whole.entries(),
                        whole.receipt(),
                        List.of(),
                        whole.keys());

        assertThat(ledger.verify(hiding, ledger.receipt("a")))
                .contains(Finding.of(Code.NOT_SEALED, 1L), Finding.of(Code.NOT_SEALED, 2L));
    }

    @Test
    void aHistoryCutShortContradictsTheReceipt() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 4).seal();
        Receipt receipt = ledger.receipt("a");
        var cut = new Ledger(CryptoProfile.CN, ledger.ring).record("a", 3).seal();

        assertThat(Verification.of(cut.export("a"), List.of(receipt), List.of(), cut.keys()))
                .contains(Finding.of(Code.RECEIPT_BEYOND_HISTORY, 4L));
    }

    @Test
    void erasedDataAreToldAndTheProofHolds() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 4).seal().erase("a", 2);

        List<Finding> findings = ledger.verify(ledger.export("a"), ledger.receipt("a"));
        assertThat(findings).containsExactly(Finding.of(Code.ERASED, 2L));
        assertThat(findings).noneMatch(Finding::isFlaw);
    }

    @Test
    void dataWithoutTheirSaltAreNoProof() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 2).seal();
        ObjectNode export = ledger.exportTree("a");
        ((ObjectNode) export.required("entries").required(0)).putNull("salt");

        assertThat(ledger.verify(Ledger.read(export), ledger.receipt("a")))
                .contains(Finding.of(Code.DATA_ALTERED, 1L));
    }

    @Test
    void strangersKeysAndSignaturesAreFound() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 2).seal();
        var stranger = new Ledger(CryptoProfile.CN).record("a", 2).seal();
        Receipt forged = stranger.receipt("a");
        Receipt mine = ledger.receipt("a");
        var moved =
                new Receipt(
                        mine.service(),
                        mine.aggregateType(),
                        mine.aggregateId(),
                        1,
                        ledger.entries("a").getFirst().hash(),
                        mine.issuedAt(),
                        mine.signature());

        assertThat(ledger.verify(ledger.export("a"), forged))
                .contains(Finding.of(Code.UNKNOWN_KEY, forged.signature().keyId()));
        assertThat(ledger.verify(ledger.export("a"), moved))
                .contains(Finding.of(Code.RECEIPT_SIGNATURE_BAD, 1L));
        assertThat(Verification.of(stranger.export("a"), List.of(), List.of(), ledger.keys()))
                .extracting(Finding::code)
                .contains(Code.UNKNOWN_KEY);
    }

    @Test
    void whatCouldNotBeCheckedIsTold() {
        var ledger = new Ledger(CryptoProfile.CN).record("a", 2).seal().record("a", 1);

        assertThat(Verification.of(ledger.export("a"), List.of(), List.of(), List.of()))
                .containsExactly(
                        Finding.of(Code.KEYS_FROM_EXPORT),
                        Finding.of(Code.NO_OUTSIDE_RECEIPT),
                        Finding.of(Code.NO_OUTSIDE_SEALS),
                        Finding.of(Code.NOT_YET_SEALED, 3L));
    }

    @Test
    void outsideSealsMustBeOneChain() {
        var ledger =
                new Ledger(CryptoProfile.CN)
                        .record("a", 1)
                        .seal()
                        .record("b", 1)
                        .seal()
                        .record("c", 1)
                        .seal();
        List<Seal> gap = List.of(ledger.seals().get(0), ledger.seals().get(2));

        assertThat(
                        Verification.of(
                                ledger.export("a"),
                                List.of(ledger.receipt("a")),
                                gap,
                                ledger.keys()))
                .containsExactly(Finding.of(Code.OUTSIDE_SEAL_MISSING, 2L));
    }

    @ParameterizedTest
    @EnumSource
    void everyLeafOfATreeOfAnySizeLeadsToItsRoot(CryptoProfile profile) {
        for (int size = 1; size <= 40; size++) {
            List<Head> heads = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                heads.add(new Head("case", "id" + i, i + 1, profile.digest("head" + i)));
            }
            MerkleTree tree = MerkleTree.over(profile, heads);
            for (int i = 0; i < size; i++) {
                String algorithm = profile.digestAlgorithm();
                assertThat(MerkleTree.rootFrom(algorithm, heads.get(i), tree.path(i)))
                        .as("leaf %d of %d", i, size)
                        .isEqualTo(tree.root());
                if (size > 1) {
                    assertThat(
                                    MerkleTree.rootFrom(
                                            algorithm, heads.get((i + 1) % size), tree.path(i)))
                            .isNotEqualTo(tree.root());
                }
            }
        }
    }

    private static List<Finding> tryToVerify(Ledger ledger, JsonNode export, Receipt receipt) {
        Evidence evidence;
        try {
            evidence = Ledger.read(export);
        } catch (RuntimeException e) {
            return List.of(Finding.of(Code.UNKNOWN_FORMAT, String.valueOf(e.getMessage())));
        }
        return ledger.verify(evidence, receipt);
    }

    private static List<String> leaves(JsonNode node, String pointer) {
        if (node.isObject()) {
            return node.propertyNames().stream()
                    .flatMap(name -> leaves(node.required(name), pointer + "/" + name).stream())
                    .toList();
        }
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                all.addAll(leaves(node.required(i), pointer + "/" + i));
            }
            return all;
        }
        return List.of(pointer);
    }

    private static void alter(JsonNode root, String pointer, RandomGenerator random) {
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) root.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        JsonNode value = parent.required(name);
        if (value.isNumber()) {
            parent.put(name, value.asLong() + random.nextInt(1, 5));
        } else if (name.endsWith("At")) {
            parent.put(
                    name,
                    Instant.parse(value.asString())
                            .plus(Duration.ofNanos(1000L * random.nextLong(1, 1L << 40)))
                            .toString());
        } else if (value.isNull()) {
            parent.put(name, "x");
        } else {
            var text = new StringBuilder(value.asString());
            int at = random.nextInt(text.length());
            text.setCharAt(at, text.charAt(at) == '7' ? '8' : '7');
            parent.put(name, text.toString());
        }
    }

    /** A service's history and seals in memory. */
    private static final class Ledger {
        static final JsonMapper JSON = CanonicalJson.mapper();

        private final CryptoProfile profile;
        private final KeyRing ring;
        private final List<Entry> entries = new ArrayList<>();
        private final List<SealedHead> sealed = new ArrayList<>();
        private final List<Seal> seals = new ArrayList<>();
        private Instant now = START;
        private int unsealedFrom;

        Ledger(CryptoProfile profile) {
            this(profile, KeyRing.ephemeral(profile, "cases"));
        }

        Ledger(CryptoProfile profile, KeyRing ring) {
            this.profile = profile;
            this.ring = ring;
        }

        List<org.oneseal.platform.crypto.PublicKey> keys() {
            return ring.publicKeys();
        }

        List<Seal> seals() {
            return List.copyOf(seals);
        }

        Ledger record(String id, int times) {
            for (int i = 0; i < times; i++) append(id, "note " + i, Salt.random());
            return this;
        }

        private void append(String id, String note, Salt salt) {
            now = now.plusSeconds(30);
            List<Entry> before = entries(id);
            entries.add(
                    Entry.chained(
                            profile,
                            before.isEmpty() ? "" : before.getLast().hash().toString(),
                            "case",
                            id,
                            before.size() + 1,
                            "cases.noted",
                            now.minusSeconds(5),
                            now,
                            "431103000000",
                            before.isEmpty() ? null : "431103-SJ",
                            "party-1",
                            CanonicalJson.parse("{\"kind\":\"PERSON\",\"id\":\"u1\"}"),
                            CanonicalJson.parse(
                                    "{\"note\":\"%s\",\"fen\":%d}".formatted(note, before.size())),
                            salt));
        }

        Ledger seal() {
            now = now.plus(Duration.ofHours(1));
            List<String> ids =
                    entries.subList(unsealedFrom, entries.size()).stream()
                            .map(Entry::aggregateId)
                            .distinct()
                            .toList();
            List<Head> heads =
                    ids.stream()
                            .map(id -> entries(id).getLast())
                            .map(e -> new Head("case", e.aggregateId(), e.sequence(), e.hash()))
                            .toList();
            MerkleTree tree = MerkleTree.over(profile, heads);
            @Nullable Digest previous = seals.isEmpty() ? null : seals.getLast().hash();
            Seal seal =
                    Seal.sign(
                            ring,
                            "cases",
                            seals.size() + 1,
                            previous,
                            tree.root(),
                            heads.size(),
                            now);
            seals.add(seal);
            for (int i = 0; i < heads.size(); i++) {
                sealed.add(new SealedHead(seal, heads.get(i), tree.path(i)));
            }
            unsealedFrom = entries.size();
            return this;
        }

        Ledger erase(String id, long sequence) {
            entries.replaceAll(
                    e -> e.aggregateId().equals(id) && e.sequence() == sequence ? e.erase() : e);
            return this;
        }

        /** The insider's work: one entry's data replaced, every hash, seal and receipt redone. */
        Ledger rewritten(String id, long sequence) {
            var forged = new Ledger(profile, ring);
            int from = 0;
            for (Seal seal : seals) {
                long upTo =
                        entries.stream()
                                .filter(e -> e.recordedAt().isBefore(seal.sealedAt()))
                                .count();
                for (Entry entry : entries.subList(from, (int) upTo))
                    forged.copy(entry, id, sequence);
                from = (int) upTo;
                forged.now = seal.sealedAt().minus(Duration.ofHours(1));
                forged.seal();
            }
            return forged;
        }

        /** The lazier insider: old seals stay, the new history goes under a seal made today. */
        Ledger rewrittenUnderNewSeal(String id, long sequence) {
            var forged = new Ledger(profile, ring);
            for (Entry entry : entries) forged.copy(entry, id, sequence);
            forged.seals.addAll(seals);
            forged.now = seals.getLast().sealedAt();
            forged.seal();
            return forged;
        }

        private void copy(Entry entry, String id, long sequence) {
            now = entry.recordedAt().minusSeconds(30);
            boolean target = entry.aggregateId().equals(id) && entry.sequence() == sequence;
            append(
                    entry.aggregateId(),
                    target ? "nothing to see" : "note " + (entry.sequence() - 1),
                    Salt.random());
        }

        List<Entry> entries(String id) {
            return entries.stream().filter(e -> e.aggregateId().equals(id)).toList();
        }

        Receipt receipt(String id) {
            Entry last = entries(id).getLast();
            return Receipt.sign(ring, "cases", "case", id, last.sequence(), last.hash(), now);
        }

        Evidence export(String id) {
            return new Evidence(
                    Evidence.FORMAT,
                    "cases",
                    "case",
                    id,
                    entries(id),
                    receipt(id),
                    sealed.stream().filter(s -> s.head().aggregateId().equals(id)).toList(),
                    keys());
        }

        ObjectNode exportTree(String id) {
            return (ObjectNode) JSON.readTree(JSON.writeValueAsString(export(id)));
        }

        static Evidence read(JsonNode tree) {
            return JSON.treeToValue(tree, Evidence.class);
        }

        List<Finding> verify(Evidence evidence, Receipt receipt) {
            return Stream.of(Verification.of(evidence, List.of(receipt), seals, keys()))
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
