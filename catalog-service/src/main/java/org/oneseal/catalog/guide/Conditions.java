package org.oneseal.catalog.guide;

import java.util.List;
import java.util.Set;
import org.oneseal.platform.objection.Objection;

/** Reads conditions in the language of determinants. */
public interface Conditions {

    /** A reader of conditions that may speak of these questions. */
    Reader over(List<Question> questions);

    /** Whether a question may have this code: words of the language itself may not be one. */
    boolean mayName(String code);

    /** Reads conditions over one list of questions. */
    interface Reader {

        /**
         * Reads one condition.
         *
         * @param later codes of the questions that are asked too late for it
         */
        Reading read(String text, Set<String> later);
    }

    /** A condition, or everything that is wrong with it. */
    sealed interface Reading {

        record Understood(Condition condition) implements Reading {}

        record Faulty(List<Objection> objections) implements Reading {}
    }
}
