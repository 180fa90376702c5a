package org.oneseal.catalog.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * What a body says of a matter of the basic directory: that it handles it (认领), or that it does not
 * and why (不认领). Who publishes an entry of the matter has claimed it without saying so.
 *
 * @param matter basic code
 * @param department code of the body
 * @param reason why not; must be there where it is not claimed
 */
public record MatterClaim(
        String matter, String department, boolean claimed, @Nullable String reason)
        implements EntryBody {

    public MatterClaim {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** Names the claim of a body on a matter. */
    public static String key(String department, String matter) {
        return department + "/" + matter;
    }

    @Override
    public Register register() {
        return Register.CLAIMS;
    }

    @Override
    public List<Objection> objections() {
        return claimed || reason != null
                ? List.of()
                : List.of(Objection.of("reason-missing").at("/reason"));
    }

    @Override
    public List<String> words() {
        return List.of(matter);
    }
}
