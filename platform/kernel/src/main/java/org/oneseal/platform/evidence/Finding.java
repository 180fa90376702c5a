package org.oneseal.platform.evidence;

import java.util.List;

/**
 * One thing a verification found.
 *
 * @param arguments what it is about, in the order the texts of the code name them
 */
public record Finding(Code code, List<Object> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Code code, Object... arguments) {
        return new Finding(code, List.of(arguments));
    }

    public boolean isFlaw() {
        return code.flaw;
    }

    /** What can be found; those that are no flaw say what the verification could not see. */
    public enum Code {
        UNKNOWN_FORMAT(true),
        EMPTY_HISTORY(true),
        FOREIGN_ENTRY(true),
        MISSING_ENTRY(true),
        BROKEN_CHAIN(true),
        DATA_ALTERED(true),
        UNKNOWN_KEY(true),
        RECEIPT_OF_ANOTHER(true),
        RECEIPT_SIGNATURE_BAD(true),
        RECEIPT_CONTRADICTS(true),
        RECEIPT_BEYOND_HISTORY(true),
        SEAL_ALTERED(true),
        SEAL_SIGNATURE_BAD(true),
        SEAL_OF_ANOTHER(true),
        SEAL_PATH_BROKEN(true),
        SEAL_CONTRADICTS(true),
        SEAL_NOT_OUTSIDE(true),
        SEAL_DIFFERS_OUTSIDE(true),
        SEALED_LATE(true),
        NOT_SEALED(true),
        OUTSIDE_SEALS_BROKEN(true),
        OUTSIDE_SEAL_MISSING(true),
        ERASED(false),
        NOT_YET_SEALED(false),
        SEAL_NEWER_THAN_COPY(false),
        NO_OUTSIDE_RECEIPT(false),
        NO_OUTSIDE_SEALS(false),
        KEYS_FROM_EXPORT(false);

        private final boolean flaw;

        Code(boolean flaw) {
            this.flaw = flaw;
        }

        public boolean isFlaw() {
            return flaw;
        }
    }
}
