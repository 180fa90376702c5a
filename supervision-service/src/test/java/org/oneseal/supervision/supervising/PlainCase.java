package org.oneseal.supervision.supervising;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A case in plain values, as two programs that share no code understand it. */
record PlainCase(
        LocalDateTime accepted,
        int legal,
        int promised,
        boolean immediate,
        String channel,
        @Nullable LocalDateTime suspended,
        int announced,
        @Nullable LocalDateTime resumed,
        @Nullable LocalDateTime extended,
        int by,
        boolean movesPromise,
        @Nullable LocalDateTime finished,
        String result,
        boolean fed,
        boolean onPromise,
        PlainSystem system) {

    /**
     * A department's own system.
     *
     * @param area the digits of its region that count
     */
    record PlainSystem(
            String area,
            String department,
            String item,
            LocalDateTime since,
            @Nullable LocalDateTime until) {}
}
