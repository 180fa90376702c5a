package org.oneseal.supervision.measuring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What figures are made of, case by case (指标明细), so that whoever is measured can add them up. Cards
 * are not among it: they are acts and have a list of their own.
 */
public interface Contributions {

    /**
     * Cases that count for something on these days, in the order of their ids.
     *
     * @param question its dimensions are not looked at
     */
    List<Contribution> of(FigureBook.Question question, String afterCase, int limit);

    /**
     * @param sums what the case counts for on the days asked for; what is zero is left out
     */
    record Contribution(
            String caseId,
            String caseNumber,
            @Nullable String itemCode,
            String itemName,
            @Nullable String department,
            String channel,
            Map<Counter, Long> sums) {

        public Contribution {
            sums = Map.copyOf(sums);
        }
    }
}
