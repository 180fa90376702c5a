package org.oneseal.platform.draw;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;

/**
 * Everything a winner follows from. Entries are codes and nothing else, sorted and each once, so
 * that neither the order nor the wording of an entry gives anybody a choice.
 *
 * @param publicValue null where the drawer has to be trusted
 */
public record SealedDraw(
        String draw,
        String algorithm,
        List<String> entries,
        Nonce nonce,
        @Nullable PublicValue publicValue) {

    /**
     * @throws IllegalArgumentException without entries
     */
    public SealedDraw {
        entries = sorted(entries);
        if (entries.isEmpty()) throw new IllegalArgumentException("nothing to draw from");
    }

    /** The entries as they are sealed. */
    public static List<String> sorted(Collection<String> entries) {
        return List.copyOf(new TreeSet<>(entries));
    }

    /** What is published when entries close; nothing can be added or left out afterwards. */
    public static Digest entriesDigest(String algorithm, String draw, Collection<String> entries) {
        return Statements.digest(
                algorithm,
                "entries",
                statement -> {
                    var array = statement.put("draw", draw).putArray("entries");
                    sorted(entries).forEach(array::add);
                });
    }

    public Digest seed() {
        return Statements.digest(
                algorithm,
                "seed",
                statement -> {
                    statement.put("draw", draw).put("nonce", nonce.hex());
                    entries.forEach(statement.putArray("entries")::add);
                    PublicValue value = publicValue;
                    if (value == null) {
                        statement.putNull("publicValue");
                    } else {
                        statement
                                .putObject("publicValue")
                                .put("source", value.source())
                                .put("round", value.round())
                                .put("value", value.value());
                    }
                });
    }

    /** Which of the sorted entries is drawn, from 0. */
    public int index() {
        return Sampling.below(entries.size(), Sampling.words(seed()));
    }

    public String winner() {
        return entries.get(index());
    }
}
