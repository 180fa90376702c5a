package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** The items behind a figure, one by one: their parts add up to the figure exactly. */
public interface ProveFigures {

    /** Items that the figure counts, in order of their code, with what each adds. */
    List<Part> parts(Query query);

    /** How many items are of each level of the table; items without a guide are not counted. */
    List<Share> depths(RegionCode within, @Nullable String department, LocalDate day);

    /** Items of that level, in order of their code. */
    List<Part> ofDepth(Query query, String level);

    /** Which matters of the basic directory are published, by which departments, as what. */
    List<Published> published(RegionCode within, @Nullable String department, LocalDate day);

    /**
     * Which items are wanted.
     *
     * @param figure null where a level of depth is asked for
     * @param day whose tables of levels and of units count
     * @param after code of the last one seen, empty from the start
     */
    record Query(
            RegionCode within,
            @Nullable String department,
            @Nullable Figure figure,
            LocalDate day,
            String after,
            int limit) {}

    /**
     * What an item adds to a figure.
     *
     * @param numerator to the part; for compression in the parts of a day of the table of units
     * @param denominator to the whole
     */
    record Part(String code, String name, String department, long numerator, long denominator) {}

    /** Items of a level. */
    record Share(String level, long items) {}

    /** A matter that a department has published, as an item or as a power. */
    record Published(String basicCode, String department, String item) {}
}
