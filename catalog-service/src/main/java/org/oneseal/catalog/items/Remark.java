package org.oneseal.catalog.items;

import java.time.LocalDate;

/**
 * A start day on which the promise would end after the statute, though by the table it is shorter:
 * the statute then governs. Told to the editor, no reason to refuse.
 */
public record Remark(LocalDate receivedOn, LocalDate legalDue, LocalDate promisedDue) {}
