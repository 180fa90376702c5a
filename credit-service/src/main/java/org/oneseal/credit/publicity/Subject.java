package org.oneseal.credit.publicity;

import org.jspecify.annotations.Nullable;

/**
 * The holder of the licence (行政相对人). Of a natural person only a mask ever reaches this service.
 *
 * @param uscc unified social credit code, null for natural persons
 */
public record Subject(SubjectKind kind, String name, @Nullable String uscc) {

    public Subject {
        if (kind == SubjectKind.NATURAL && uscc != null) {
            throw new IllegalArgumentException("a natural person has no credit code");
        }
    }

    boolean natural() {
        return kind == SubjectKind.NATURAL;
    }
}
