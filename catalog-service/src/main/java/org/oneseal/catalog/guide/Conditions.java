package org.oneseal.catalog.guide;

import java.util.List;
import java.util.Set;
import org.oneseal.platform.objection.Objection;

/** Reads conditions in the language of determinants. */
public interface Conditions {

    /**
     * Reads one condition.
     *
     * @param questions everything that may be spoken of
     * @param later codes of those among them that are asked too late for this condition
     */
    Reading read(String text, List<Question> questions, Set<String> later);

    /** Whether a question may have this code: words of the language itself may not be one. */
    boolean mayName(String code);

    /** A condition, or everything that is wrong with it. */
    sealed interface Reading {

        record Understood(Condition condition) implements Reading {}

        record Faulty(List<Objection> objections) implements Reading {}
    }
}
