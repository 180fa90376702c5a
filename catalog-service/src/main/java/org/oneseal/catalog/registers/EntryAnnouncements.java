package org.oneseal.catalog.registers;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;

/** Keeps the evidence of what is done to registers and tells the others of it. */
public interface EntryAnnouncements {

    Chain record(RegisterEntry entry, RegisterEntry.Action action, Actor actor, Instant now);
}
