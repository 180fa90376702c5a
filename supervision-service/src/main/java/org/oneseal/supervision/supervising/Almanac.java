package org.oneseal.supervision.supervising;

import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.WatchKind;

/** Projections of the catalog, and how everything derived is emptied before a rebuild. */
public interface Almanac {

    /** A year of a region; watches that run there are marked to be derived again. */
    void publish(RegionCode region, int year, int version, Object body);

    /** Limits of an item version; watches that lacked them are marked to be derived again. */
    void publish(ItemNorm item);

    void forgetCalendars();

    void forgetItems();

    /** Empties dossiers and watches of cases, and indicators. Cards stay: they are acts. */
    void forgetCases();

    /** Empties dossiers and watches of matters that are no cases. */
    void forget(WatchKind kind);
}
