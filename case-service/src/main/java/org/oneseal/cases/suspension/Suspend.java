package org.oneseal.cases.suspension;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * A special procedure of the authority begins; refused unless the item lists its kind.
 *
 * @param project whose result will end it, null where no institution was commissioned
 */
public record Suspend(
        String kind,
        String reason,
        int announcedDays,
        String commissionedBy,
        @Nullable Project project)
        implements CaseCommand {

    static final String SPECIAL = "行政许可法 art. 45";

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.SUSPEND);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        var listed = s.item().specialProcedure(kind);
        if (listed.isEmpty()) {
            objections.add(of("procedure-not-listed", kind).withGround(SPECIAL).at("/kind"));
        } else if (listed.get().maxDays() > 0 && announcedDays > listed.get().maxDays()) {
            objections.add(
                    of("procedure-too-long", announcedDays, listed.get().maxDays())
                            .withGround(listed.get().legalGround())
                            .at("/announcedDays"));
        }
        if (announcedDays < 1) {
            objections.add(of("length-not-announced").withGround(SPECIAL).at("/announcedDays"));
        }
        if (it.openProcedures().values().stream().anyMatch(p -> p.kind().equals(kind))) {
            objections.add(of("procedure-already-open", kind).at("/kind"));
        }
        if (!commissionedBy.equals(it.header().department())) {
            objections.add(
                    of("not-commissioned-by-authority", commissionedBy)
                            .withGround(SPECIAL)
                            .at("/commissionedBy"));
        }
        if (project != null) judge(it, project, objections);
        objections.needed(reason, "reason-missing", "/reason", SPECIAL);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(
                        new CaseFact.Suspended(
                                s.stamp(),
                                s.nextId().get(),
                                kind,
                                listed.orElseThrow().legalGround(),
                                reason,
                                announcedDays,
                                commissionedBy,
                                project == null ? null : project.id())),
                s);
    }

    /** One project is one procedure of one case, commissioned by the authority, not yet over. */
    private static void judge(Case it, Project project, Objections objections) {
        if (project.ofApplicant()) {
            objections.add(
                    of("project-of-applicant", project.id()).withGround(SPECIAL).at("/project"));
        }
        if (!project.told(it.header().id())) {
            objections.add(of("project-of-another-case", project.id()).at("/project"));
        }
        if (project.linkedCase() != null) {
            objections.add(of("project-already-used", project.id()).at("/project"));
        } else if (project.deliveredAt() != null) {
            objections.add(
                    of("project-already-delivered", project.id(), project.deliveredAt().toString())
                            .at("/project"));
        }
    }
}
