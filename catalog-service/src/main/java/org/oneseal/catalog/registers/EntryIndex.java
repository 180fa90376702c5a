package org.oneseal.catalog.registers;

/** Told of every change of an entry, in its transaction, so that searches find what counts now. */
public interface EntryIndex {

    void changed(RegisterEntry entry);
}
