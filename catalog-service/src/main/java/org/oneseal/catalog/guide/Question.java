package org.oneseal.catalog.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a guide.
 *
 * @param code name under which conditions speak of the answer
 * @param when condition under which it is asked, null for always
 * @param options what a choice offers, empty for the other kinds
 */
public record Question(
        String code, Wording text, Kind kind, @Nullable String when, List<Option> options) {

    /** What an answer is: yes or no, one of the options, a number, a day, a text. */
    public enum Kind {
        BOOLEAN,
        CHOICE,
        NUMBER,
        DATE,
        TEXT
    }

    /** One of the answers that a choice offers. */
    public record Option(String code, Wording text) {}

    public Question {
        options = List.copyOf(options);
    }

    boolean offers(String option) {
        return options.stream().anyMatch(o -> o.code().equals(option));
    }
}
