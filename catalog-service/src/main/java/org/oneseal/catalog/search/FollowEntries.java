package org.oneseal.catalog.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.search.SearchEntries.Change;
import org.springframework.stereotype.Component;

/**
 * Brings what this replica looks things up in up to what has been committed, by whichever replica.
 * Numbers of transactions don't come in the order of commits: whatever was open when this replica
 * last looked is looked at again, and told apart by its number.
 */
@Component
public class FollowEntries {

    private static final int BATCH = 500;

    private final SearchEntries entries;
    private final FullText texts;
    private final ReentrantLock applying = new ReentrantLock();
    private volatile Seen seen = new Seen(0, Map.of());

    FollowEntries(SearchEntries entries, FullText texts) {
        this.entries = entries;
        this.texts = texts;
    }

    /**
     * What was taken in.
     *
     * @param from everything below this number
     * @param numbers of the entries taken in from there on
     */
    private record Seen(long from, Map<String, Long> numbers) {

        boolean has(Change change) {
            Long number = numbers.get(change.key());
            return number != null && number == change.number();
        }
    }

    /** Everything committed before the call is found after it. */
    public void catchUp() {
        if (upToDate(seen)) return;
        applying.lock();
        try {
            take();
        } finally {
            applying.unlock();
        }
    }

    private boolean upToDate(Seen known) {
        if (known.from() == 0) return false;
        List<Change> open = entries.changedKeys(known.from(), BATCH);
        return open.size() < BATCH && open.stream().allMatch(known::has);
    }

    private void take() {
        Seen known = seen;
        long horizon = entries.horizon();
        Map<String, Long> numbers = new HashMap<>();
        @Nullable Change last = null;
        List<Change> page;
        do {
            page = entries.changes(known.from(), last, BATCH);
            List<Change> news = page.stream().filter(change -> !known.has(change)).toList();
            if (!news.isEmpty()) texts.apply(news);
            for (Change change : page) {
                if (change.number() >= horizon) numbers.put(change.key(), change.number());
            }
            if (!page.isEmpty()) last = page.getLast();
        } while (page.size() == BATCH);
        if (known.from() == 0) texts.pack();
        texts.show();
        seen = new Seen(horizon, Map.copyOf(numbers));
    }
}
