package org.oneseal.platform.draw;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.oneseal.platform.crypto.Digest;

/**
 * Numbers below a bound, each equally likely: words that would favour the low ones are thrown away.
 */
final class Sampling {

    private Sampling() {}

    /** The first word that lies in a whole multiple of the bound, reduced to it. */
    static int below(int bound, LongSupplier words) {
        if (bound <= 0) throw new IllegalArgumentException("bound must be positive: " + bound);
        // 2^64 mod bound: so many of the highest words have no full row of partners
        long surplus = Long.remainderUnsigned(-bound, bound);
        while (true) {
            long word = words.getAsLong();
            if (surplus == 0 || Long.compareUnsigned(word, -surplus) < 0) {
                return (int) Long.remainderUnsigned(word, bound);
            }
        }
    }

    /** An endless row of 64-bit words from a seed: digests of seed and counter, cut in four. */
    static LongSupplier words(Digest seed) {
        return new LongSupplier() {
            private long counter = 0;
            private ByteBuffer block = ByteBuffer.allocate(0);

            @Override
            public long getAsLong() {
                if (!block.hasRemaining()) {
                    long number = counter++;
                    block =
                            ByteBuffer.wrap(
                                    Statements.digest(
                                                    seed.algorithm(),
                                                    "block",
                                                    statement ->
                                                            statement
                                                                    .put("seed", seed.toString())
                                                                    .put("counter", number))
                                            .bytes());
                }
                return block.getLong();
            }
        };
    }
}
