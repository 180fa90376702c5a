package org.oneseal.supervision.persistence;

import org.oneseal.platform.region.RegionLevel;
import org.oneseal.supervision.measuring.FigureBook.Dimension;
import org.oneseal.supervision.measuring.FigureBook.Question;

/** What rollups keep apart beside place and time; the fewer, the fewer rows answer a question. */
enum Side {
    /** Nothing, for counties. */
    TOTAL,
    /** Departments of counties. */
    DEPARTMENT,
    /** Departments and channels, for the region of the case itself. */
    OFFICE,
    /** Channels, for the region of the case itself. */
    CHANNEL,
    /** Items and channels, for every level from the county to the nation. */
    ITEM,
    /** Departments, items and channels, for counties and the region of the case; months only. */
    WHOLE;

    /** Level of the region of the case itself, whatever that is. */
    private static final String OWN = "REGION";

    /**
     * The smallest that answers the question as far as it reaches.
     *
     * @param level what the question tells apart; a village stands for the region of the case
     */
    static Side of(Question question, JdbcFigureBook.Reach reach, RegionLevel level) {
        boolean departments =
                question.by().contains(Dimension.DEPARTMENT)
                        || question.department() != null
                        || reach.department().isPresent();
        boolean items = question.by().contains(Dimension.ITEM) || question.item() != null;
        boolean channels = question.by().contains(Dimension.CHANNEL) || question.channel() != null;
        boolean belowCounty = level.compareTo(RegionLevel.COUNTY) > 0;
        if (departments && items) return WHOLE;
        if (departments) return channels || belowCounty ? OFFICE : DEPARTMENT;
        if (belowCounty) return items ? WHOLE : CHANNEL;
        if (items || (channels && level != RegionLevel.COUNTY)) return ITEM;
        return channels ? CHANNEL : TOTAL;
    }

    /** The level at which it is summed for a question of that level. */
    String level(RegionLevel asked) {
        return switch (this) {
            case TOTAL, DEPARTMENT -> RegionLevel.COUNTY.name();
            case ITEM -> asked.name();
            case OFFICE, CHANNEL -> OWN;
            case WHOLE -> asked.compareTo(RegionLevel.COUNTY) > 0 ? OWN : RegionLevel.COUNTY.name();
        };
    }

    /** Whether it has days of that level, and not only months. */
    boolean hasDays(RegionLevel asked) {
        return switch (this) {
            case TOTAL, DEPARTMENT, OFFICE, CHANNEL -> true;
            case ITEM -> asked != RegionLevel.COUNTY;
            case WHOLE -> false;
        };
    }
}
