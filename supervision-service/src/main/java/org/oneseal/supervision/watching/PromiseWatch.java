package org.oneseal.supervision.watching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * The clock of one promise, read from the facts: when it began, by when the next material has to
 * come, and when it ended. Its limit is the applicant's, so no calendar moves it.
 *
 * @param closedAt when the last material came, or the case came to nothing; null while materials
 *     are owed
 * @param due the end of the first last day that was missed, else of the next one to come
 */
record PromiseWatch(CaseFact.Promised opening, @Nullable Instant closedAt, Instant due) {

    static List<PromiseWatch> all(Dossier dossier) {
        return dossier.all(CaseFact.Promised.class)
                .filter(promised -> !promised.materials().isEmpty())
                .map(promised -> of(dossier, promised))
                .toList();
    }

    private static PromiseWatch of(Dossier dossier, CaseFact.Promised promised) {
        Map<String, Instant> came =
                dossier.all(CaseFact.PromiseFulfilled.class)
                        .filter(f -> f.promise().equals(promised.promise()))
                        .collect(
                                Collectors.toMap(
                                        CaseFact.PromiseFulfilled::material,
                                        f -> f.told().occurredAt(),
                                        (first, _) -> first));
        Instant due =
                promised.materials().stream()
                        .filter(owed -> missedOrOpen(owed, came.get(owed.code())))
                        .map(owed -> endOf(owed.due()))
                        .min(Comparator.naturalOrder())
                        .orElseGet(() -> last(promised));
        boolean kept = promised.materials().stream().allMatch(o -> came.containsKey(o.code()));
        Instant voided = voided(dossier);
        Instant closed =
                kept ? came.values().stream().max(Comparator.naturalOrder()).orElse(null) : voided;
        return new PromiseWatch(promised, closed, due);
    }

    private static boolean missedOrOpen(CaseFact.Promised.Owed owed, @Nullable Instant came) {
        return came == null || came.isAfter(endOf(owed.due()));
    }

    private static Instant last(CaseFact.Promised promised) {
        return promised.materials().stream()
                .map(owed -> endOf(owed.due()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Nothing is owed any more where nothing was granted on the promise. */
    private static @Nullable Instant voided(Dossier dossier) {
        return Stream.of(
                        dossier.all(CaseFact.Decided.class).filter(d -> !d.granted()),
                        dossier.all(CaseFact.NotAccepted.class),
                        dossier.all(CaseFact.Withdrawn.class),
                        dossier.all(CaseFact.Returned.class))
                .flatMap(facts -> facts.map(f -> f.told().occurredAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The last instant of a day that a table can tell apart from the next one. */
    private static Instant endOf(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(WorkCalendar.ZONE)
                .toInstant()
                .minus(1, ChronoUnit.MICROS);
    }
}
