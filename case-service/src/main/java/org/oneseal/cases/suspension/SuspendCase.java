package org.oneseal.cases.suspension;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.handling.Request;

/**
 * Begins a special procedure; one that is commissioned from an institution names its project, whose
 * result will end it. Runs in the caller's transaction.
 */
public final class SuspendCase {

    private final HandleCase handleCase;
    private final Projects projects;

    public SuspendCase(HandleCase handleCase, Projects projects) {
        this.handleCase = handleCase;
        this.projects = projects;
    }

    /** What is asked for. */
    public record Suspension(
            String kind,
            String reason,
            int announcedDays,
            String commissionedBy,
            @Nullable String project) {}

    /**
     * The project is locked before the case, as it is when its result comes.
     *
     * @param by what is asked of whoever asks, around the rules of the procedure itself
     */
    public Handled suspend(
            Request request, Suspension wanted, UnaryOperator<CaseCommand> by, Instant now) {
        String id = wanted.project();
        Project project = id == null ? null : projects.lock(id);
        var command =
                new Suspend(
                        wanted.kind(),
                        wanted.reason(),
                        wanted.announcedDays(),
                        wanted.commissionedBy(),
                        project);
        Handled handled = handleCase.handle(request, by.apply(command), now);
        if (id != null && handled instanceof Handled.Done(var file)) {
            String procedure =
                    file.value().last(CaseFact.Suspended.class).orElseThrow().procedureId();
            projects.link(id, request.caseId(), procedure);
        }
        return handled;
    }
}
