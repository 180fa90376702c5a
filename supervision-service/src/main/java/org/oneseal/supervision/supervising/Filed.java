package org.oneseal.supervision.supervising;

import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.watching.Dossier;

/** A dossier with what the case contributes to the indicators. */
public record Filed(Dossier dossier, Tally tally) {}
