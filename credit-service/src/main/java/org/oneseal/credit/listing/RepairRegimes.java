package org.oneseal.credit.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The regimes of repair one after another. The regime of a day governs what happens on that day: an
 * application follows the one in force when it is made, and information ends on the first day whose
 * regime lets it stay no longer, so a new and milder regime reaches older listings too.
 */
public record RepairRegimes(List<RepairRegime> rows) {

    public RepairRegimes {
        rows = List.copyOf(rows);
    }

    /** The terms in force on a day; in several fields the longest of each counts. */
    public Optional<RepairTerms> on(
            LocalDate day,
            LocalDate decidedOn,
            InformationClass informationClass,
            Set<SafetyField> fields) {
        List<RepairRegime> governing = new ArrayList<>();
        if (fields.isEmpty()) row(day, informationClass, null).ifPresent(governing::add);
        for (SafetyField field : fields) {
            row(day, informationClass, field).ifPresent(governing::add);
        }
        return governing.stream()
                .max(
                        Comparator.comparingInt(RepairRegime::minMonths)
                                .thenComparingInt(RepairRegime::maxMonths)
                                .thenComparing(RepairRegime::id))
                .map(
                        longest ->
                                RepairTerms.of(
                                        decidedOn,
                                        longest.minMonths(),
                                        governing.stream()
                                                .mapToInt(RepairRegime::maxMonths)
                                                .max()
                                                .orElseThrow(),
                                        governing.stream().anyMatch(RepairRegime::promiseRequired),
                                        longest));
    }

    /**
     * The last day on which the information may stay.
     *
     * @param ordered last day by the decision itself, null where it set none
     * @return null if neither the decision nor a regime ends it
     */
    public @Nullable LocalDate lastDay(
            LocalDate decidedOn,
            @Nullable LocalDate ordered,
            InformationClass informationClass,
            Set<SafetyField> fields) {
        List<LocalDate> starts = List.copyOf(changesFrom(decidedOn));
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            LocalDate next = i + 1 < starts.size() ? starts.get(i + 1) : LocalDate.MAX;
            LocalDate bound =
                    earlier(
                            ordered,
                            on(start, decidedOn, informationClass, fields)
                                    .map(RepairTerms::last)
                                    .orElse(null));
            if (bound == null || !bound.plusDays(1).isBefore(next)) continue;
            // a regime that begins when its term is over already ends it at once
            return bound.isBefore(start) ? start.minusDays(1) : bound;
        }
        return null;
    }

    /** First day on which repair may be applied for, by the regimes known today. */
    public Optional<LocalDate> earliestRepair(
            LocalDate decidedOn, InformationClass informationClass, Set<SafetyField> fields) {
        List<LocalDate> starts = List.copyOf(changesFrom(decidedOn));
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            LocalDate next = i + 1 < starts.size() ? starts.get(i + 1) : LocalDate.MAX;
            Optional<LocalDate> earliest =
                    on(start, decidedOn, informationClass, fields)
                            .map(RepairTerms::earliest)
                            .map(day -> day.isBefore(start) ? start : day)
                            .filter(day -> day.isBefore(next));
            if (earliest.isPresent()) return earliest;
        }
        return Optional.empty();
    }

    /** The day itself and every later one on which a row begins or ends. */
    private NavigableSet<LocalDate> changesFrom(LocalDate day) {
        NavigableSet<LocalDate> changes = new TreeSet<>();
        changes.add(day);
        for (RepairRegime row : rows) {
            if (row.effectiveFrom().isAfter(day)) changes.add(row.effectiveFrom());
            LocalDate to = row.effectiveTo();
            if (to != null && to.isAfter(day)) changes.add(to);
        }
        return changes;
    }

    /** The row for the field before one for the class, a near region's before a far one's. */
    private Optional<RepairRegime> row(
            LocalDate day, InformationClass informationClass, @Nullable SafetyField field) {
        return rows.stream()
                .filter(row -> row.inForceOn(day) && row.fits(informationClass, field))
                .max(
                        Comparator.comparing((RepairRegime row) -> row.field() != null)
                                .thenComparing(row -> row.informationClass() != null)
                                .thenComparingInt(RepairRegime::rank)
                                .thenComparing(RepairRegime::effectiveFrom)
                                .thenComparing(RepairRegime::id));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null) return b;
        if (b == null) return a;
        return a.isBefore(b) ? a : b;
    }
}
