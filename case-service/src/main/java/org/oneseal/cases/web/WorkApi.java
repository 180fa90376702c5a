package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.Worklist;
import org.oneseal.cases.handling.Worklist.Desk;
import org.oneseal.cases.handling.Worklist.Pile;
import org.oneseal.cases.substitution.Substitution;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work of an officer and of a department (待办), the most urgent first. */
@RestController
@RequestMapping("/api/v1/cases/work")
@Tag(name = "handling")
class WorkApi {

    private final Worklist worklist;
    private final StandIns standIns;
    private final InstantSource time;

    WorkApi(Worklist worklist, StandIns standIns, InstantSource time) {
        this.worklist = worklist;
        this.standIns = standIns;
        this.time = time;
    }

    /** Whose work. */
    enum Whose {
        MINE,
        DEPARTMENT,
        POOL,
        TO_DELIVER
    }

    /** Which of it. */
    enum When {
        ANY,
        TODAY,
        OVERDUE
    }

    @GetMapping
    @Operation(summary = "Mine, my department's, what nobody holds, what is to be delivered")
    Page<Worklist.Row> work(
            @Parameter(hidden = true) Caller caller,
            PageRequest page,
            @RequestParam(defaultValue = "MINE") Whose list,
            @RequestParam(defaultValue = "ANY") When due) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        Instant now = time.instant();
        return Page.of(
                worklist.desk(
                        desk(list, due, holder(caller), now),
                        Scope.of(caller),
                        page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset(),
                        page.fetch(),
                        now),
                page,
                row -> keyset(list, row));
    }

    /** A substitute sees what lies on the absent officer's desk. */
    private String holder(Caller caller) {
        @Nullable Substitution standing = standIns.of(caller);
        return standing == null ? caller.subject() : standing.absent();
    }

    private static Desk desk(Whose list, When due, String holder, Instant now) {
        Pile pile =
                switch (list) {
                    case MINE -> Pile.HELD;
                    case DEPARTMENT -> Pile.ALL;
                    case POOL -> Pile.POOL;
                    case TO_DELIVER -> Pile.TO_DELIVER;
                };
        LocalDate today = Case.dayOf(now);
        return switch (due) {
            case ANY -> new Desk(pile, holder, null, null);
            case TODAY -> new Desk(pile, holder, begin(today), begin(today.plusDays(1)));
            case OVERDUE -> new Desk(pile, holder, null, now);
        };
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Case.ZONE).toInstant();
    }

    private static List<String> keyset(Whose list, Worklist.Row row) {
        return list == Whose.TO_DELIVER
                ? List.of(Objects.requireNonNull(row.deliverBy()).toString(), row.id())
                : row.keyset(Worklist.Order.DUE);
    }
}
