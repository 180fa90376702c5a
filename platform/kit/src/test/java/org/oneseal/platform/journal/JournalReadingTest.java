package org.oneseal.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneseal.platform.journal.RecordingService.CLERK;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.journal.JdbcHistory.Position;
import org.oneseal.platform.journal.JdbcHistory.Positioned;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Forbidden;
import org.oneseal.platform.web.PageRequest;

/** Whoever reads on from where he was misses nothing, and only those read who may. */
class JournalReadingTest {

    @TempDir Path outside;

    @AutoClose private final JournalDatabase database = new JournalDatabase();

    private RecordingService service(CryptoProfile profile) {
        return new RecordingService(database, outside, profile);
    }

    @Test
    void aLowerIdThatCommitsLaterIsNeverSkipped() throws Exception {
        var service = service(CryptoProfile.CN);
        service.record(Chain.start("case", "first"), "submitted");
        List<Positioned> seen = new ArrayList<>(service.history.after(Position.START, "", 100));
        assertThat(seen).hasSize(1);

        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> slow =
                    thread.submit(
                            () ->
                                    database.transactions.execute(
                                            _ -> {
                                                Chain end =
                                                        service.journal.append(
                                                                Chain.start("case", "slow"),
                                                                CLERK,
                                                                List.of(
                                                                        service.happening(
                                                                                "submitted")));
                                                written.countDown();
                                                await(mayCommit);
                                                return end;
                                            }));
            written.await();
            service.recordQuietly(Chain.start("case", "quick"), "submitted");

            assertThat(service.history.after(seen.getLast().position(), "", 100)).isEmpty();
            assertThat(service.sealJob.seal()).as("first only").isEqualTo(1);
            mayCommit.countDown();
            slow.get();
        }
        assertThat(service.history.after(seen.getLast().position(), "", 100))
                .extracting(row -> row.entry().aggregateId())
                .containsExactly("slow", "quick");
        assertThat(service.sealJob.seal()).isEqualTo(1);
        assertThat(service.export("slow").seals()).hasSize(1);
        assertThat(service.verify(service.export("slow"), null)).noneMatch(Finding::isFlaw);
    }

    @Test
    void manyWritersAndATailingReaderAgreeOnEveryRow() throws Exception {
        var service = service(CryptoProfile.INTL);
        List<String> seen = new ArrayList<>();
        int writers = 6;
        int each = 60;
        var running = new CountDownLatch(writers);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++) {
                String id = "case-" + w;
                threads.submit(
                        () -> {
                            Chain chain = Chain.start("case", id);
                            for (int i = 0; i < each; i++) {
                                chain = service.recordQuietly(chain, "noted");
                            }
                            running.countDown();
                            return chain;
                        });
            }
            Position position = Position.START;
            while (seen.size() < writers * each) {
                boolean finished = running.getCount() == 0;
                List<Positioned> rows = service.history.after(position, "", 37);
                for (Positioned row : rows) {
                    seen.add(row.entry().aggregateId() + "/" + row.entry().sequence());
                    position = row.position();
                }
                if (finished && rows.isEmpty()) break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(writers * each);
        for (int w = 0; w < writers; w++) {
            String start = "case-" + w + "/";
            assertThat(seen.stream().filter(id -> id.startsWith(start)))
                    .as("in order")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, each).mapToObj(i -> start + i).toList());
        }
    }

    @Test
    void theFeedIsForOperatorsAndAuditorsOfTheRegion() {
        var service = service(CryptoProfile.CN);
        service.record(Chain.start("case", "a"), "submitted", "accepted");
        database.transactions.execute(
                _ ->
                        service.journal.append(
                                Chain.start("case", "elsewhere"),
                                CLERK,
                                List.of(
                                        new Happening(
                                                "cases.submitted",
                                                service.now(),
                                                Placement.of("431102000000", null),
                                                Map.of("n", 1)))));
        var api = new EventsApi(service.history, "cases");
        PageRequest all = new PageRequest(50, List.of());

        for (Role role :
                List.of(Role.DEPARTMENT_SYSTEM, Role.APPLICANT, Role.CASE_OFFICER, Role.BUYER)) {
            assertThatThrownBy(() -> api.events(caller(role, null), all))
                    .as(role.name())
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(api.events(caller(Role.PLATFORM_OPERATOR, null), all).items()).hasSize(3);
        Feed<EventsApi.EventView> mine =
                api.events(caller(Role.AUDITOR, "431103000000"), new PageRequest(1, List.of()));
        assertThat(mine.items()).extracting(EventsApi.EventView::id).containsExactly("a/1");
        assertThat(mine.items().getFirst().type()).isEqualTo("org.oneseal.cases.submitted");
        Feed<EventsApi.EventView> then =
                api.events(caller(Role.AUDITOR, "431103000000"), RecordingService.goingOn(mine, 1));
        assertThat(then.items()).extracting(EventsApi.EventView::id).containsExactly("a/2");
        assertThat(then.next()).isNull();
        assertThatThrownBy(
                        () ->
                                api.events(
                                        caller(Role.AUDITOR, null),
                                        new PageRequest(1, List.of("no", "number"))))
                .hasMessage("cursor-invalid");
    }

    private static Caller caller(Role role, @Nullable String region) {
        return new Caller(
                "s",
                "s",
                Set.of(role),
                region == null ? null : new RegionCode(region),
                null,
                null,
                "client");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
