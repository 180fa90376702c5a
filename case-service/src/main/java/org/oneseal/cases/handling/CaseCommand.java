package org.oneseal.cases.handling;

/**
 * Something asked to be done to a case that exists: pure rules over the case and the situation.
 * Each activity has its own; {@link HandleCase} loads the case and stores what comes of it.
 */
@FunctionalInterface
public interface CaseCommand {

    Outcome on(Case it, Situation situation);
}
