package org.oneseal.supervision.supervising;

import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;

/** A fact that came in, with the case as its sender names it. */
public record News(CaseHead head, CaseFact fact) {}
