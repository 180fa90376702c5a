package org.oneseal.supervision.supervising;

import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.watching.ItemNorm;

/** Projections of the catalog, and how everything derived is emptied before a rebuild. */
public interface Almanac {

    /** A year of a region; watches that run there are marked to be derived again. */
    void publish(RegionCode region, int year, int version, Object body);

    /** Limits of an item version; watches that lacked them are marked to be derived again. */
    void publish(ItemNorm item);

    void forgetCalendars();

    void forgetItems();

    /** Empties dossiers, watches and indicators. Cards stay: they are acts. */
    void forgetCases();
}
