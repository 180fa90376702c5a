package org.oneseal.story.chapters;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oneseal.platform.crypto.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draw done again from its public page, with nothing of the market's: digests of sorted JSON, and
 * a division.
 *
 * @param winner who follows from the page's numbers
 * @param flaws what the page says otherwise than follows, or than it said before
 */
record RecomputedDraw(String winner, List<String> flaws) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(Long.SIZE);

    /**
     * @param announced the page as it was kept when the project was announced
     * @param sealed the page as it was kept when sign-up had closed
     * @param value the public value as everybody could see it
     */
    static RecomputedDraw of(JsonNode page, JsonNode announced, JsonNode sealed, String value) {
        JsonNode proof = page.path("proof");
        JsonNode publicValue = proof.path("publicValue");
        List<String> entries = new ArrayList<>();
        proof.path("entries").forEach(entry -> entries.add(entry.asString()));
        String nonce = proof.path("nonce").asString("");
        Arithmetic draw =
                new Arithmetic(
                        announced.at("/announcement/algorithm").asString("SM3"),
                        announced.path("id").asString(""));
        Digest seed =
                draw.digest(
                        "seed",
                        Map.of(
                                "draw",
                                draw.id(),
                                "nonce",
                                nonce,
                                "entries",
                                entries,
                                "publicValue",
                                new TreeMap<>(
                                        Map.of(
                                                "source", text(publicValue, "source"),
                                                "round", text(publicValue, "round"),
                                                "value", text(publicValue, "value")))));
        String winner = entries.get(draw.below(entries.size(), seed));
        List<String> flaws = new ArrayList<>();
        compare(
                flaws,
                "the nonce is not the one committed to",
                draw.digest("commitment", Map.of("draw", draw.id(), "nonce", nonce)).toString(),
                announced.at("/announcement/commitment"));
        compare(
                flaws,
                "the sign-ups are not the sealed ones",
                draw.digest("entries", Map.of("draw", draw.id(), "entries", entries)).toString(),
                sealed.at("/announcement/entriesDigest"));
        compare(
                flaws,
                "the round is not the announced one",
                text(publicValue, "round"),
                announced.at("/announcement/round"));
        compare(flaws, "the public value is another", value, publicValue.path("value"));
        compare(flaws, "the seed does not follow", seed.toString(), proof.path("seed"));
        compare(flaws, "the winner does not follow", winner, proof.path("winner"));
        return new RecomputedDraw(winner, flaws);
    }

    boolean holds() {
        return flaws.isEmpty();
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }

    private static void compare(List<String> flaws, String flaw, String right, JsonNode told) {
        if (!right.equals(told.asString(""))) flaws.add(flaw);
    }

    private record Arithmetic(String algorithm, String id) {

        /** Of JSON without blanks, its members in the order of their names. */
        Digest digest(String kind, Map<String, Object> content) {
            Map<String, Object> statement = new TreeMap<>(content);
            statement.put("kind", "oneseal.draw." + kind);
            statement.put("algorithm", algorithm);
            return Digest.of(
                    algorithm, JSON.writeValueAsString(statement).getBytes(StandardCharsets.UTF_8));
        }

        /** The first 64-bit word that favours nobody, modulo the number of entries. */
        int below(int bound, Digest seed) {
            BigInteger entries = BigInteger.valueOf(bound);
            BigInteger fair = WORDS.subtract(WORDS.mod(entries));
            for (long counter = 0; ; counter++) {
                byte[] block =
                        digest("block", Map.of("seed", seed.toString(), "counter", counter))
                                .bytes();
                for (int at = 0; at < block.length; at += Long.BYTES) {
                    BigInteger word =
                            new BigInteger(1, Arrays.copyOfRange(block, at, at + Long.BYTES));
                    if (word.compareTo(fair) < 0) return word.mod(entries).intValue();
                }
            }
        }
    }
}
