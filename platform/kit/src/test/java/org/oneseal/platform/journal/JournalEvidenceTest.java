package org.oneseal.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Finding.Code;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.evidence.Verification;
import org.oneseal.platform.journal.JdbcHistory.Position;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.web.PageRequest;

/** What was recorded is sealed, exported and holds; what was rewritten is found. */
class JournalEvidenceTest {

    @TempDir Path outside;

    @AutoClose private final JournalDatabase database = new JournalDatabase();

    private RecordingService service(CryptoProfile profile) {
        return new RecordingService(database, outside, profile);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRecordedIsExportedAndHolds(CryptoProfile profile) {
        var service = service(profile);
        Chain chain = service.record(Chain.start("case", "a"), "submitted", "accepted");
        assertThat(service.sealJob.seal()).isEqualTo(1);
        Receipt receipt = service.receipts.issue(chain);
        chain = service.record(chain, "decided");
        service.record(Chain.start("case", "b"), "submitted");
        assertThat(service.sealJob.seal()).isEqualTo(1);

        Evidence evidence = service.export("a");
        assertThat(evidence.entries()).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(evidence.entries().getLast().hash()).hasToString(chain.head());
        assertThat(evidence.seals()).hasSize(2);
        assertThat(service.verify(evidence, receipt)).isEmpty();
    }

    @Test
    void erasedDataLeaveTheProofWhole() {
        var service = service(CryptoProfile.CN);
        Chain chain = service.record(Chain.start("case", "a"), "submitted", "accepted");
        Receipt receipt = service.receipts.issue(chain);
        service.sealJob.seal();

        assertThat(new Erasure(database.jdbc).erase("a", List.of(1L))).isEqualTo(1);
        assertThat(new Erasure(database.jdbc).erase("a", List.of(1L))).isZero();
        assertThat(service.verify(service.export("a"), receipt))
                .containsExactly(new Finding(Code.ERASED, List.of(1L)));
        assertThat(service.history.after(Position.START, "", 10).getFirst().entry().data())
                .isNull();
    }

    @Test
    void aHistoryRewrittenInTheDatabaseAndSealedAnewIsFound() {
        var service = service(CryptoProfile.CN);
        Chain chain = service.record(Chain.start("case", "a"), "submitted", "accepted");
        service.record(Chain.start("case", "b"), "submitted");
        Receipt receipt = service.receipts.issue(chain);
        service.sealJob.seal();
        List<Seal> kept = service.sealsOutside();
        assertThat(kept).hasSize(1);

        service.rewrite("a", 1);
        database.jdbc.execute("ALTER TABLE seal DISABLE TRIGGER USER");
        database.jdbc.execute("DELETE FROM seal");
        service.sealJob.seal();

        Evidence forged = service.export("a");
        assertThat(Verification.of(forged, List.of(), List.of(), service.keys.publicKeys()))
                .as("by itself the forgery holds")
                .noneMatch(Finding::isFlaw);
        assertThat(Verification.of(forged, List.of(receipt), List.of(), List.of()))
                .extracting(Finding::code)
                .contains(Code.RECEIPT_CONTRADICTS);
        assertThat(Verification.of(forged, List.of(), kept, List.of()))
                .extracting(Finding::code)
                .contains(Code.SEAL_DIFFERS_OUTSIDE);
        assertThat(service.sealsOutside()).as("the outside copy is not replaced").isEqualTo(kept);
    }

    @Test
    void sealsFollowEachOtherAreAnnouncedAndGivenAway() {
        var service = new RecordingService(database, outside, CryptoProfile.CN, 2);
        for (int i = 0; i < 5; i++) service.record(Chain.start("case", "c" + i), "submitted");
        service.announced.clear();

        assertThat(service.sealJob.seal()).isEqualTo(3);
        assertThat(service.sealJob.seal()).isZero();
        List<Seal> all = service.seals.after(0, 10);
        assertThat(all).extracting(Seal::number).containsExactly(1L, 2L, 3L);
        assertThat(all.get(1).previous()).isEqualTo(all.get(0).hash());
        assertThat(all.get(2).previous()).isEqualTo(all.get(1).hash());
        assertThat(service.announced)
                .extracting(Announcement::topic, Announcement::key, Announcement::sequence)
                .containsExactly(
                        tuple(SealJob.TOPIC, "cases", 1L),
                        tuple(SealJob.TOPIC, "cases", 2L),
                        tuple(SealJob.TOPIC, "cases", 3L));
        assertThat(service.sealsOutside()).isEqualTo(all);
        for (int i = 0; i < 5; i++) {
            assertThat(service.verify(service.export("c" + i), null))
                    .extracting(Finding::code)
                    .containsExactly(Code.NO_OUTSIDE_RECEIPT);
        }

        var api = new SealsApi(service.seals, service.keys);
        Feed<Seal> page = api.seals(new PageRequest(2, List.of()));
        assertThat(page.items()).hasSize(2);
        Feed<Seal> rest = api.seals(RecordingService.goingOn(page, 2));
        assertThat(rest.items()).containsExactly(all.get(2));
        assertThat(rest.next()).isNull();
        assertThat(api.seals(RecordingService.goingOn(rest, 2)).items()).isEmpty();
    }
}
