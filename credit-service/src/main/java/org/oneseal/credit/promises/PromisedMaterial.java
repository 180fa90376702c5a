package org.oneseal.credit.promises;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A material that may follow (后补要件).
 *
 * @param due last day to hand it in, Asia/Shanghai
 * @param overdueSince when the case service found it overdue, null while it did not
 */
public record PromisedMaterial(
        String code,
        String name,
        LocalDate due,
        @Nullable Instant handedInAt,
        @Nullable Instant overdueSince) {

    PromisedMaterial handedIn(Instant at) {
        return handedInAt == null ? new PromisedMaterial(code, name, due, at, overdueSince) : this;
    }

    PromisedMaterial overdue(Instant at) {
        return overdueSince == null ? new PromisedMaterial(code, name, due, handedInAt, at) : this;
    }
}
