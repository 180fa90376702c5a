package org.oneseal.story.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermitLogTest {

    private static final List<MadeUpMonth.Item> ITEMS =
            List.of(
                    new MadeUpMonth.Item("公共场所卫生许可", "A", 20),
                    new MadeUpMonth.Item("排水许可", "B", 5));

    @TempDir Path folder;

    private void make(Path into) throws Exception {
        new MadeUpMonth(
                        7,
                        YearMonth.of(2026, 9),
                        day ->
                                day.getDayOfWeek() != DayOfWeek.SATURDAY
                                        && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .write(into, ITEMS, 200);
    }

    @Test
    void aMadeUpMonthIsTheSameEveryTime() throws Exception {
        make(folder.resolve("a"));
        make(folder.resolve("b"));

        for (String file : List.of(PermitLog.CASES, PermitLog.EVENTS)) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("b").resolve(file));
        }
    }

    @Test
    void everyRowBecomesOneMessageAndNoCaseHasAGap() throws Exception {
        make(folder);
        long events = Files.readAllLines(folder.resolve(PermitLog.EVENTS)).size() - 1;
        long ended =
                Files.readAllLines(folder.resolve(PermitLog.CASES)).stream()
                        .skip(1)
                        .filter(line -> !line.split(",")[4].isEmpty())
                        .count();

        List<FeedMessage> messages = PermitLog.read(folder);

        assertThat(messages).hasSize((int) (200 + events + ended));
        Map<String, Long> last = new HashMap<>();
        for (FeedMessage message : messages) {
            long expected = last.getOrDefault(message.sourceCase(), 0L) + 1;
            assertThat(message.sequence()).as(message.sourceCase()).isEqualTo(expected);
            if (expected == 1) assertThat(message.type()).isEqualTo("received");
            last.put(message.sourceCase(), expected);
        }
        assertThat(last).hasSize(200);
    }

    @Test
    void theMonthHoldsTheDirtThatRealLogsHave() throws Exception {
        make(folder);
        Map<String, FeedMessage> ends = new HashMap<>();
        Map<String, FeedMessage> starts = new HashMap<>();
        List<FeedMessage> messages = PermitLog.read(folder);
        for (FeedMessage m : messages) {
            if (m.type().equals("finished")) ends.put(m.sourceCase(), m);
            if (m.type().equals("received")) starts.put(m.sourceCase(), m);
        }

        assertThat(ends).hasSizeLessThan(200);
        assertThat(ends.values())
                .anyMatch(
                        end ->
                                end.time()
                                        .isBefore(
                                                java.util.Objects.requireNonNull(
                                                                starts.get(end.sourceCase()))
                                                        .time()));
        assertThat(messages)
                .anyMatch(
                        m -> {
                            FeedMessage end = ends.get(m.sourceCase());
                            return m.type().equals("step")
                                    && end != null
                                    && m.time().isAfter(end.time());
                        });
    }
}
