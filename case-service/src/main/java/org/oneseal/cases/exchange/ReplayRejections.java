package org.oneseal.cases.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets refused messages try again, after the registration, the catalog or the calendar was put
 * right. Runs in the caller's transaction.
 */
public final class ReplayRejections {

    private static final String PATH = "REPLAY";

    private final FeedBooks books;
    private final TakeFeed takeFeed;

    public ReplayRejections(FeedBooks books, TakeFeed takeFeed) {
        this.books = books;
        this.takeFeed = takeFeed;
    }

    /**
     * @param next the last rejection that was tried, null where none is left
     */
    public record Replayed(List<Verdict> verdicts, @Nullable String next) {
        public Replayed {
            verdicts = List.copyOf(verdicts);
        }

        public long count(Class<? extends Verdict> kind) {
            return verdicts.stream().filter(kind::isInstance).count();
        }
    }

    public Verdict replay(Source source, FeedBooks.RejectionRow rejection, Instant now) {
        return replay(source, List.of(rejection), now).getFirst();
    }

    public Replayed replayAll(Source source, @Nullable String after, int limit, Instant now) {
        List<FeedBooks.RejectionRow> rows = books.lockRejections(source.code(), after, limit);
        return new Replayed(
                replay(source, rows, now), rows.size() < limit ? null : rows.getLast().id());
    }

    private List<Verdict> replay(Source source, List<FeedBooks.RejectionRow> rows, Instant now) {
        List<Verdict> verdicts =
                takeFeed.take(
                        source,
                        PATH,
                        rows.stream().map(FeedBooks.RejectionRow::envelope).toList(),
                        now);
        List<String> settled = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!(verdicts.get(i) instanceof Verdict.Rejected)) settled.add(rows.get(i).id());
        }
        books.settle(settled, now);
        return verdicts;
    }
}
