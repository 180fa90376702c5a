package org.oneseal.platform.draw;

import java.util.List;

/**
 * One thing the verification of a draw found.
 *
 * @param arguments what it is about, in the order the texts of the code name them
 */
public record DrawFinding(Code code, List<Object> arguments) {

    public DrawFinding {
        arguments = List.copyOf(arguments);
    }

    static DrawFinding of(Code code, Object... arguments) {
        return new DrawFinding(code, List.of(arguments));
    }

    public boolean isFlaw() {
        return code.flaw;
    }

    /** What can be found; those that are no flaw say what could not be seen. */
    public enum Code {
        UNKNOWN_FORMAT(true),
        NONCE_NOT_COMMITTED(true),
        ENTRIES_NOT_SORTED(true),
        ENTRIES_ALTERED(true),
        TOO_FEW_ENTRIES(true),
        SEED_DIFFERS(true),
        WINNER_DIFFERS(true),
        TRUST_MISLABELLED(true),
        COMMITTED_LATE(true),
        SEALED_EARLY(true),
        VALUE_NOT_LATER(true),
        REVEALED_EARLY(true),
        REVEALED_LATE(true),
        EARLIER_OF_ANOTHER(true),
        EARLIER_COMMITMENT_DIFFERS(true),
        EARLIER_CLOSE_DIFFERS(true),
        EARLIER_ENTRIES_DIFFER(true),
        EARLIER_VALUE_DIFFERS(true),
        VALUE_DIFFERS(true),
        OPERATOR_TRUSTED(false),
        CLOSE_MOVED(false),
        NO_EARLIER_COPY(false),
        VALUE_NOT_CHECKED(false);

        private final boolean flaw;

        Code(boolean flaw) {
            this.flaw = flaw;
        }
    }
}
