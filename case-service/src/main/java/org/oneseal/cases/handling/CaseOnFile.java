package org.oneseal.cases.handling;

/**
 * A case as it is stored: with its version, the end of its evidence chain, and the due dates as
 * they were told last.
 */
public record CaseOnFile(Case value, long version, String chainHead, Deadlines deadlines) {}
