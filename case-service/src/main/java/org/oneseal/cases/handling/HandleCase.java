package org.oneseal.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Does to one case what is asked: loads it, asks it, stores what changed. Runs in the caller's
 * transaction.
 */
public final class HandleCase {

    private final Cases cases;
    private final ItemVersions items;
    private final WorkCalendars calendars;
    private final Ids ids;

    public HandleCase(Cases cases, ItemVersions items, WorkCalendars calendars, Ids ids) {
        this.cases = cases;
        this.items = items;
        this.calendars = calendars;
        this.ids = ids;
    }

    /**
     * @throws NotFound if there is no such case in the scope
     * @throws StaleVersion if it is no longer at the version that was read
     */
    public Handled handle(Request request, CaseCommand command, Instant now) {
        CaseOnFile file = onFile(cases, request);
        Case it = file.value();
        ItemVersion item = item(items, it);
        var situation =
                new Situation(
                        item,
                        request.handler(),
                        calendars,
                        now,
                        () -> inForce(item, now),
                        () -> ids.next(it.header().region()));
        return store(cases, file, command.on(it, situation), request);
    }

    /** The version that counts for the case; a mapped case always has one. */
    public static ItemVersion item(ItemVersions items, Case it) {
        String code = it.header().itemCode();
        Integer version = it.itemVersion();
        return Optional.ofNullable(code)
                .filter(_ -> version != null)
                .flatMap(c -> items.version(c, Objects.requireNonNull(version)))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "item version of " + it.header().id() + " is not known"));
    }

    public static CaseOnFile onFile(Cases cases, Request request) {
        CaseOnFile file =
                cases.lock(request.caseId(), request.scope())
                        .orElseThrow(() -> new NotFound("case", request.caseId()));
        if (file.version() != request.expectedVersion()) {
            throw new StaleVersion(request.caseId(), request.expectedVersion());
        }
        if (file.value().header().origin() == CaseHeader.Origin.EXCHANGE) {
            throw new NotFound("case handled here", request.caseId());
        }
        return file;
    }

    public static Handled store(Cases cases, CaseOnFile file, Outcome outcome, Request request) {
        return switch (outcome) {
            case Outcome.Changed changed ->
                    new Handled.Done(cases.save(file, changed, request.actor()));
            case Outcome.Objected(var objections) -> new Handled.Objected(objections);
            case Outcome.OutOfTurn(var objections) -> new Handled.OutOfTurn(objections);
        };
    }

    /**
     * Acceptance pins the version in force now; running intake of a closed item goes on with its
     * own.
     */
    private ItemVersion inForce(ItemVersion submitted, Instant now) {
        LocalDate today = Case.dayOf(now);
        return items.latest(submitted.itemCode(), today)
                .filter(latest -> latest.openOn(today))
                .orElse(submitted);
    }
}
