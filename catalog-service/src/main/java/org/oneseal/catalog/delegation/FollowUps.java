package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * How those who handed items on look back (回头看) at what became of them at the receiver. Days are
 * those of Asia/Shanghai.
 *
 * @param everyMonths months from one look to the next, as the rule of the act's first day had it; 0
 *     where none is asked for
 * @param made in their order
 */
public record FollowUps(int everyMonths, List<FollowUp> made) {

    public static final FollowUps NONE = new FollowUps(0, List.of());

    /** What was found: handled well, to be put right, or better taken back. */
    public enum Finding {
        SOUND,
        RECTIFY,
        TAKE_BACK
    }

    /**
     * One look.
     *
     * @param rectifyBy last day to put it right, null unless the finding is RECTIFY
     */
    public record FollowUp(
            LocalDate on, Finding finding, String text, @Nullable LocalDate rectifyBy) {}

    public FollowUps {
        made = List.copyOf(made);
    }

    static FollowUps every(@Nullable Integer months) {
        return months == null ? NONE : new FollowUps(months, List.of());
    }

    /**
     * The day by which the next look is due, empty where none is.
     *
     * @param begin first day on which the receiver handles the items
     */
    Optional<LocalDate> due(LocalDate begin) {
        LocalDate rectifyBy = made.isEmpty() ? null : made.getLast().rectifyBy();
        if (rectifyBy != null) return Optional.of(rectifyBy);
        if (everyMonths == 0) return Optional.empty();
        return Optional.of(last().orElse(begin).plusMonths(everyMonths));
    }

    /** What stands against a look, all of it. */
    List<Objection> against(FollowUp look, LocalDate begin, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        LocalDate earliest = last().orElse(begin);
        if (look.on().isAfter(today)) {
            objections.add(Objection.of("follow-up-in-the-future", look.on().toString()).at("/on"));
        }
        if (look.on().isBefore(earliest)) {
            objections.add(Objection.of("follow-up-too-early", earliest.toString()).at("/on"));
        }
        if (look.text().isBlank()) objections.add(Objection.of("finding-missing").at("/text"));
        LocalDate rectifyBy = look.rectifyBy();
        if ((look.finding() == Finding.RECTIFY) != (rectifyBy != null)) {
            objections.add(Objection.of("rectify-by-with-its-finding").at("/rectifyBy"));
        }
        if (rectifyBy != null && !rectifyBy.isAfter(look.on())) {
            objections.add(
                    Objection.of("rectify-by-too-early", look.on().toString()).at("/rectifyBy"));
        }
        return objections;
    }

    FollowUps with(FollowUp look) {
        List<FollowUp> all = new ArrayList<>(made);
        all.add(look);
        return new FollowUps(everyMonths, all);
    }

    private Optional<LocalDate> last() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast().on());
    }
}
