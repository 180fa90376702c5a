package org.oneseal.credit.listing;

import org.jspecify.annotations.Nullable;

/**
 * Whom a listing is about (失信主体). Of a natural person only an opaque id and a mask are here.
 *
 * @param id unified social credit code of an organisation, party id of a person
 * @param name as registered, a mask for persons
 * @param party whose token may speak for the subject, null while unknown
 */
public record ListedSubject(Kind kind, String id, String name, @Nullable String party) {

    /** Organisation or natural person. */
    public enum Kind {
        ORGANISATION,
        PERSON
    }

    public ListedSubject {
        if (kind == Kind.PERSON && !id.equals(party)) {
            throw new IllegalArgumentException("a person is known by the party alone");
        }
    }

    public static ListedSubject organisation(String uscc, String name, @Nullable String party) {
        return new ListedSubject(Kind.ORGANISATION, uscc, name, party);
    }

    /** A person; a name that comes in clear is masked. */
    public static ListedSubject person(String party, String name) {
        return new ListedSubject(Kind.PERSON, party, masked(name), party);
    }

    private static String masked(String name) {
        if (name.indexOf('*') >= 0 || name.isEmpty()) return name;
        return Character.toString(name.codePointAt(0)) + "**";
    }
}
