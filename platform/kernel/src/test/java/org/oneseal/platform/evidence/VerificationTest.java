package org.oneseal.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.Finding.Code;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a history and its seals prove, what they do not, and that all of it is told. */
class VerificationTest {

    @ParameterizedTest
    @EnumSource
    void anUntouchedHistoryHasNoFindings(CryptoProfile profile) {
        var ledger = new Ledger(profile).record("a", 3).seal().record("b", 2).record("a", 2).seal();

        assertThat(ledger.verify(ledger.export("a"), ledger.receipt("a"))).isEmpty();
        assertThat(ledger.verify(ledger.export("b"), ledger.receipt("b"))).isEmpty();
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
}
