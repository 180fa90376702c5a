package org.oneseal.supervision.measuring;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** Sums by any grouping, from the days and their rollups. */
public interface FigureBook {

    /**
     * The groups that have sums, in the order of their keys; one more than asked for if there are.
     */
    List<Group> groups(Question question, int limit);

    /**
     * The same groups page by page, in the same order; one more than asked for if there are.
     *
     * @param after key of the last group seen, empty from the start
     */
    List<Group> page(Question question, List<String> after, int limit);

    /** Takes the latest differences into the rollups; returns how many there were. */
    int fold(int limit);

    /** Builds all rollups anew from the days. */
    void rebuildRollups();

    /**
     * What is asked.
     *
     * @param scope how far who asks may see
     * @param from first day
     * @param to last day
     * @param by dimensions of a group, in this order
     * @param counters what is summed: the fewer, the sooner the answer
     */
    record Question(
            Scope scope,
            RegionCode region,
            LocalDate from,
            LocalDate to,
            List<Dimension> by,
            Set<Counter> counters,
            @Nullable String department,
            @Nullable String item,
            @Nullable String channel) {

        public Question {
            by = List.copyOf(by);
            counters = Set.copyOf(counters);
            if (counters.isEmpty()) throw new IllegalArgumentException("nothing to sum");
        }
    }

    /** Sums of a group, those that were asked for; its key has a part for each dimension. */
    record Group(List<String> key, Map<Counter, Long> sums) {

        public Group {
            key = List.copyOf(key);
            Map<Counter, Long> own = new EnumMap<>(Counter.class);
            own.putAll(sums);
            sums = Collections.unmodifiableMap(own);
        }

        /** The two of them added. */
        public Group plus(Group other) {
            Map<Counter, Long> both = new EnumMap<>(Counter.class);
            both.putAll(sums);
            other.sums.forEach((counter, sum) -> both.merge(counter, sum, Long::sum));
            return new Group(key, both);
        }
    }

    /** What groups may be made of. */
    enum Dimension {
        DAY,
        /** The month's first day. */
        MONTH,
        /** Province by its two leading digits; who sits above it counts with zeros. */
        PROVINCE,
        /** City by its four leading digits. */
        CITY,
        /** County by its six leading digits. */
        COUNTY,
        /** The region of the case itself, to the village. */
        REGION,
        DEPARTMENT,
        ITEM,
        CHANNEL
    }
}
