package org.oneseal.supervision.warning;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** Reads the conditions of rules; what is read once is never wrong later. */
@FunctionalInterface
public interface Conditions {

    /** The condition, or everything that is wrong with it. */
    Reading read(String text);

    /** What became of a text. */
    sealed interface Reading {}

    record Understood(Condition condition) implements Reading {}

    record Faulty(List<Objection> objections) implements Reading {}
}
