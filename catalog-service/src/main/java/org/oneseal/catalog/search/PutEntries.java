package org.oneseal.catalog.search;

import org.oneseal.catalog.words.Readings;
import org.springframework.stereotype.Component;

@Component
class PutEntries implements SearchIndex {

    private final SearchEntries entries;
    private final Readings readings;

    PutEntries(SearchEntries entries, Readings readings) {
        this.entries = entries;
        this.readings = readings;
    }

    @Override
    public void put(SearchEntry entry) {
        entries.put(entry, IndexedText.of(entry, readings));
    }

    @Override
    public void remove(SearchKind kind, String ref) {
        entries.remove(kind, ref);
    }
}
