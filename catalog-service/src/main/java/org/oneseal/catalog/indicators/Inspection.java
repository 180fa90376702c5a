package org.oneseal.catalog.indicators;

import java.util.List;
import java.util.Optional;

/**
 * What an inspection finds of the lists of a region or of one body on a day.
 *
 * @param matters that its bodies should handle, by body and code; those left out are not among them
 * @param details of all entries that stand in the lists, by code
 */
public record Inspection(List<ClaimedMatter> matters, List<Detail> details) {

    public Inspection {
        matters = List.copyOf(matters);
        details = List.copyOf(details);
    }

    public long claimed() {
        return matters.stream().filter(ClaimedMatter::claimed).count();
    }

    public long filled() {
        return matters.stream().filter(ClaimedMatter::filled).count();
    }

    public long said() {
        return details.stream().mapToLong(Detail::said).sum();
    }

    public long asked() {
        return details.stream().mapToLong(Detail::asked).sum();
    }

    /** Matters that are claimed among those to be claimed (事项认领率). */
    public Optional<Ratio> claimRate() {
        return Ratio.of(claimed(), matters.size());
    }

    /** Matters that are published among those that are claimed (清单填报率). */
    public Optional<Ratio> fillRate() {
        return Ratio.of(filled(), claimed());
    }

    /** Elements that are said among those that should be (详实度). */
    public Optional<Ratio> detail() {
        return Ratio.of(said(), asked());
    }
}
