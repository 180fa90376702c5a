package org.oneseal.catalog.search;

import java.util.List;

/** A word that an entry must show in one of these ways. */
public record Clause(List<Needle> anyOf) {

    public Clause {
        anyOf = List.copyOf(anyOf);
    }
}
