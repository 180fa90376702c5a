package org.oneseal.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneseal.benchmark.load.HandledCase.ACCEPTED;
import static org.oneseal.benchmark.load.HandledCase.CALENDAR;
import static org.oneseal.benchmark.load.HandledCase.ID;
import static org.oneseal.benchmark.load.HandledCase.PARTY;
import static org.oneseal.benchmark.load.HandledCase.RECEIVED;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.evidence.Verification;
import org.oneseal.platform.worktime.TimeLimit;

/** Copies of a case are cases of their own, whole and by the rules. */
class CaseLoaderTest {

    private static final int COPIES = 400;

    @AutoClose private static HandledCase handled;

    @BeforeAll
    static void copiesOfACaseThatWasHandled() throws Exception {
        handled = new HandledCase();
        var loaded =
                handled.loader()
                        .load(
                                COPIES,
                                List.of(new CaseLoader.Model(ID, 5, 1)),
                                Duration.ofMinutes(5),
                                _ -> {});
        assertThat(loaded.cases()).isEqualTo(COPIES);
    }

    @Test
    void everyCopyIsThereOnceWithItsWholeHistory() throws SQLException {
        assertThat(handled.ask("SELECT count(*) FROM cases")).containsExactly("" + (COPIES + 1));
        assertThat(
                        handled.ask(
                                """
                                SELECT c.id FROM cases c WHERE c.version <>
                                    (SELECT count(*) FROM history h WHERE h.aggregate_id = c.id)
                                """))
                .isEmpty();
        assertThat(handled.ask("SELECT count(*) FROM outbox")).containsExactly("0");
    }

    @Test
    void theKernelFindsNothingWrongWithAnyChain() throws SQLException {
        for (String id : handled.ask("SELECT id FROM cases")) {
            List<Entry> entries = handled.entries(id);
            assertThat(handled.ask("SELECT chain_head FROM cases WHERE id = '" + id + "'"))
                    .containsExactly(entries.getLast().hash().toString());
            Receipt receipt =
                    Receipt.sign(
                            handled.keys,
                            "cases",
                            "case",
                            id,
                            entries.size(),
                            entries.getLast().hash(),
                            Instant.parse("2026-11-22T00:00:00Z"));
            var evidence =
                    new Evidence(
                            Evidence.FORMAT,
                            "cases",
                            "case",
                            id,
                            entries,
                            receipt,
                            List.of(),
                            handled.keys.publicKeys());
            assertThat(
                            Verification.of(
                                    evidence,
                                    List.of(receipt),
                                    List.of(),
                                    handled.keys.publicKeys()))
                    .as(id)
                    .noneMatch(Finding::isFlaw);
        }
    }

    @Test
    void nothingOfTheOtherCaseStaysInACopy() throws SQLException {
        for (String word :
                List.of(ID, PARTY, RECEIVED.toString(), ACCEPTED.toString(), handled.head)) {
            assertThat(
                            handled.ask(
                                    "SELECT id FROM cases c WHERE id <> '%s' AND strpos(c::text, '%s') > 0"
                                            .formatted(ID, word)))
                    .as(word)
                    .isEmpty();
            assertThat(
                            handled.ask(
                                    "SELECT aggregate_id FROM history h WHERE aggregate_id <> '%s' AND strpos(h::text, '%s') > 0"
                                            .formatted(ID, word)))
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void placesAgreeInColumnsBodyAndHistory() throws SQLException {
        assertThat(
                        handled.ask(
                                """
                                SELECT c.id FROM cases c JOIN history h ON h.aggregate_id = c.id
                                 WHERE rpad(coalesce(village, town, county), 12, '0') <> h.region
                                    OR body #>> '{header,region}' <> h.region
                                    OR h.data #>> '{case,region}' <> h.region
                                    OR left(c.id, 6) <> county OR city <> left(county, 4)
                                    OR province <> '43' OR c.department <> h.department
                                    OR c.department <> county || '-ZR'
                                    OR (village IS NOT NULL AND left(village, 9) <> town)
                                """))
                .isEmpty();
        assertThat(handled.ask("SELECT DISTINCT county FROM cases").size()).isGreaterThan(10);
        assertThat(handled.ask("SELECT count(*) FROM cases WHERE party = 'few'"))
                .containsExactly("3");
        assertThat(handled.ask("SELECT count(*) FROM cases WHERE party = 'many'"))
                .containsExactly("4");
    }

    @Test
    void whatIsDueFollowsFromTheDayAndTheCalendar() throws SQLException {
        for (String id : handled.ask("SELECT id FROM cases WHERE id <> '" + ID + "'")) {
            Entry accepted = handled.entries(id).getLast();
            Instant due = CALENDAR.due(accepted.occurredAt(), TimeLimit.workingDays(10)).at();
            assertThat(Objects.requireNonNull(accepted.data()).at("/clock/legalDue").asString())
                    .isEqualTo(due.toString());
            assertThat(
                            handled.ask(
                                    "SELECT to_char(legal_due AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM cases WHERE id = '%s'"
                                            .formatted(id)))
                    .containsExactly(due.toString());
        }
    }

    @Test
    void everyFormOpensAtItsOwnPlaceOnly() throws SQLException {
        for (String id : handled.ask("SELECT id FROM cases LIMIT 20")) {
            String stored =
                    handled.ask("SELECT form_cipher FROM cases WHERE id = '" + id + "'").getFirst();
            assertThat(handled.cipher.decrypt(stored, "cases/" + id + "/form"))
                    .isEqualTo("{\"a\":1}");
            assertThatThrownBy(() -> handled.cipher.decrypt(stored, "cases/other/form"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theServiceGoesOnNumberingAfterWhatWasLoaded() throws SQLException {
        assertThat(
                        handled.ask(
                                """
                                SELECT c.id FROM cases c JOIN case_number_block b
                                    ON c.case_number LIKE b.item_code || to_char(b.day, 'YYYYMMDD') || '%'
                                 WHERE c.id <> '"""
                                        + ID
                                        + "' AND right(c.case_number, 4)::integer > b.last"))
                .isEmpty();
    }
}
