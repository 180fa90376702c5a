package org.oneseal.catalog.search;

import org.springframework.stereotype.Component;

@Component
class PutEntries implements SearchIndex {

    private final SearchEntries entries;

    PutEntries(SearchEntries entries) {
        this.entries = entries;
    }

    @Override
    public void put(SearchEntry entry) {
        entries.put(entry);
    }

    @Override
    public void remove(SearchKind kind, String ref) {
        entries.remove(kind, ref);
    }
}
