package org.oneseal.cases.suspension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Lets the clock run again from the moment in which a commissioned institution delivered its
 * result. What an applicant bought never touches a clock. Runs in the caller's transaction.
 */
public final class ResumeByResult {

    private static final String NAME = "market";
    private static final Actor MARKET = Actor.system(NAME);

    private final Cases cases;
    private final Projects projects;
    private final ItemVersions items;
    private final WorkCalendars calendars;

    public ResumeByResult(
            Cases cases, Projects projects, ItemVersions items, WorkCalendars calendars) {
        this.cases = cases;
        this.projects = projects;
        this.items = items;
        this.calendars = calendars;
    }

    /** Noted, so that a suspension which comes later can be judged by it. */
    public void commissioned(String project, String role, @Nullable String caseId) {
        projects.lock(project);
        projects.told(project, role, caseId, null);
    }

    /**
     * Once only: a repeat, a case that went on by hand and a case that is closed change nothing.
     */
    public void delivered(
            String project,
            String role,
            @Nullable String caseId,
            Instant deliveredAt,
            Instant now) {
        Project before = projects.lock(project);
        if (before.deliveredAt() != null) return;
        projects.told(project, role, caseId, deliveredAt);
        if (!role.equals(Project.AUTHORITY_COMMISSIONED)) return;
        String waiting = before.linkedCase();
        String procedure = before.linkedProcedure();
        if (waiting == null || procedure == null) return;
        if (!before.told(waiting) || (caseId != null && !caseId.equals(waiting))) return;
        cases.lock(waiting, new Scope.Everywhere())
                .ifPresent(file -> resume(file, procedure, deliveredAt, now));
    }

    private void resume(CaseOnFile file, String procedure, Instant deliveredAt, Instant now) {
        var item = HandleCase.item(items, file.value());
        var situation = Situation.of(item, Handler.platform(NAME), calendars, now);
        if (new Resume(procedure, deliveredAt).on(file.value(), situation)
                instanceof Outcome.Changed changed) {
            cases.save(file, changed, MARKET);
        }
    }
}
