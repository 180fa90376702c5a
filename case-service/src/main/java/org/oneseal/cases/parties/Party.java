package org.oneseal.cases.parties;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** A party as it may be shown: what is personal is masked. */
public sealed interface Party {

    String id();

    RegionCode region();

    /** What people see of its name. */
    String mask();

    String phoneMask();

    /** A person (自然人). */
    record NaturalPerson(
            String id, RegionCode region, String mask, String numberMask, String phoneMask)
            implements Party {}

    /** A body with a credit code (法人); its name is public. */
    record LegalPerson(String id, RegionCode region, String name, String uscc, String phoneMask)
            implements Party {
        @Override
        public String mask() {
            return name;
        }
    }

    /**
     * What is told in the clear when a party registers.
     *
     * @param citizenNumber of a natural person
     * @param uscc of a legal person
     */
    record Registration(
            @Nullable String id,
            RegionCode region,
            String name,
            @Nullable String citizenNumber,
            @Nullable String uscc,
            @Nullable String phone) {
        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    /** A party's own data in the clear; never logged, never stored so. */
    record Disclosed(
            String id,
            String name,
            @Nullable String citizenNumber,
            @Nullable String uscc,
            @Nullable String phone) {
        @Override
        public String toString() {
            return "Disclosed[" + id + "]";
        }
    }
}
