package org.oneseal.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.Finding.Code;

/** A history that somebody with every right rewrote, cut short or signed anew is found. */
class ForgeryTest {

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
}
