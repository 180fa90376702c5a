package org.oneseal.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SealedDrawTest {

    private static final long SEED = 20261122;
    static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    /** Upper 0.1 % points of the chi-square distribution by degrees of freedom. */
    private static final double[] CRITICAL = {
        0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88, 29.59, 31.26, 32.91
    };

    @Test
    void everyEntryIsDrawnEquallyOften() {
        int draws = 100_000;
        for (String algorithm : List.of("SM3", "SHA-256")) {
            for (int size : new int[] {3, 7, 13}) {
                RandomGenerator random = new Random(SEED + size);
                List<String> entries = entries(size);
                long[] drawn = new long[size];
                for (int i = 0; i < draws; i++) {
                    drawn[draw(algorithm, entries, nonce(random), value(random)).index()]++;
                }
                double expected = (double) draws / size;
                double chiSquare = 0;
                for (long times : drawn) {
                    chiSquare += (times - expected) * (times - expected) / expected;
                }
                assertThat(chiSquare)
                        .as("seed %s, %s among %s", SEED + size, algorithm, size)
                        .isLessThan(CRITICAL[size - 1]);
            }
        }
    }

    @Test
    void aReaderWithPencilAndShaComesToTheSameWinner() throws NoSuchAlgorithmException {
        RandomGenerator random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            List<String> entries = entries(1 + random.nextInt(40));
            SealedDraw draw = draw("SHA-256", entries, nonce(random), value(random));
            assertThat(draw.winner()).as("seed %s, draw %s", SEED, i).isEqualTo(naive(draw));
        }
    }

    @Test
    void orderAndRepetitionOfEntriesChangeNothing() {
        RandomGenerator random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            List<String> entries = entries(9);
            Nonce nonce = nonce(random);
            PublicValue value = value(random);
            List<String> shuffled = new ArrayList<>(entries);
            shuffled.addAll(entries.subList(0, 3));
            Collections.shuffle(shuffled, new Random(SEED + i));
            assertThat(draw("SM3", shuffled, nonce, value).winner())
                    .as("seed %s, draw %s", SEED, i)
                    .isEqualTo(draw("SM3", entries, nonce, value).winner());
        }
    }

    @Test
    void wordsWithoutAFullRowOfPartnersAreThrownAway() {
        // 2^64 = 3 * 6148914691236517205 + 1: the highest word alone has no partners
        Deque<Long> words = new ArrayDeque<>(List.of(-1L, -1L, 5L));
        assertThat(Sampling.below(3, words::pop)).isEqualTo(2);
        assertThat(words).isEmpty();
        assertThat(Sampling.below(3, () -> -2L)).isEqualTo(2);
        assertThat(Sampling.below(4, () -> -1L)).isEqualTo(3);
        assertThat(Sampling.below(1, () -> -1L)).isZero();
    }

    /** The digest of the canonical JSON written by hand, and the plain definition of the pick. */
    private static String naive(SealedDraw draw) throws NoSuchAlgorithmException {
        PublicValue value = draw.publicValue();
        String statement =
                "{\"algorithm\":\"SHA-256\",\"draw\":\""
                        + draw.draw()
                        + "\",\"entries\":[\""
                        + String.join("\",\"", draw.entries())
                        + "\"],\"kind\":\"oneseal.draw.seed\",\"nonce\":\""
                        + draw.nonce().hex()
                        + "\",\"publicValue\":"
                        + (value == null
                                ? "null"
                                : "{\"round\":\""
                                        + value.round()
                                        + "\",\"source\":\""
                                        + value.source()
                                        + "\",\"value\":\""
                                        + value.value()
                                        + "\"}")
                        + "}";
        String seed = "SHA-256:" + sha(statement);
        BigInteger size = BigInteger.valueOf(draw.entries().size());
        BigInteger all = BigInteger.ONE.shiftLeft(64);
        BigInteger limit = all.divide(size).multiply(size);
        for (int counter = 0; ; counter++) {
            String block =
                    sha(
                            "{\"algorithm\":\"SHA-256\",\"counter\":"
                                    + counter
                                    + ",\"kind\":\"oneseal.draw.block\",\"seed\":\""
                                    + seed
                                    + "\"}");
            for (int at = 0; at < 64; at += 16) {
                BigInteger word = new BigInteger(block.substring(at, at + 16), 16);
                if (word.compareTo(limit) < 0) return draw.entries().get(word.mod(size).intValue());
            }
        }
    }

    private static String sha(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static SealedDraw draw(String algorithm, List<String> entries, Nonce nonce, PublicValue value) {
        return new SealedDraw("431103-p-1", algorithm, entries, nonce, value);
    }

    static List<String> entries(int size) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) entries.add("91431103MA4T%06d".formatted(i));
        return entries;
    }

    static Nonce nonce(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new Nonce(HexFormat.of().formatHex(bytes));
    }

    static PublicValue value(RandomGenerator random) {
        return new PublicValue("beacon", "42", NOON, "%016x".formatted(random.nextLong()));
    }
}
