package org.oneseal.supervision.persistence;

import java.util.Set;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.supervision.measuring.FigureBook.Dimension;
import org.oneseal.supervision.measuring.FigureBook.Question;

/** What rollups keep apart beside place and time; the fewer, the fewer rows answer a question. */
enum Side {
    TOTAL(false, false),
    DEPARTMENT(true, false),
    /** Items and channels; the only one that is summed for every level of region. */
    ITEM(false, true),
    WHOLE(true, true);

    private static final Set<Dimension> OF_ITEMS = Set.of(Dimension.ITEM, Dimension.CHANNEL);

    private final boolean departments;
    private final boolean items;

    Side(boolean departments, boolean items) {
        this.departments = departments;
        this.items = items;
    }

    /** The smallest that answers the question as far as it reaches. */
    static Side of(Question question, JdbcFigureBook.Reach reach) {
        boolean departments =
                question.by().contains(Dimension.DEPARTMENT)
                        || question.department() != null
                        || reach.department().isPresent();
        boolean items =
                question.by().stream().anyMatch(OF_ITEMS::contains)
                        || question.item() != null
                        || question.channel() != null;
        if (departments) return items ? WHOLE : DEPARTMENT;
        return items ? ITEM : TOTAL;
    }

    /** The level at which it is summed for a question of that level, county or above. */
    RegionLevel level(RegionLevel asked) {
        return this == ITEM ? asked : RegionLevel.COUNTY;
    }

    /** Whether it has days of that level, and not only months. */
    boolean hasDays(RegionLevel asked) {
        return !items || (this == ITEM && asked != RegionLevel.COUNTY);
    }

    String department() {
        return departments ? "department" : "''";
    }

    String item() {
        return items ? "item_code" : "''";
    }

    String channel() {
        return items ? "channel" : "''";
    }
}
