package org.oneseal.market.web;

import java.util.Optional;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.Projects;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.journal.EvidenceExport;
import org.oneseal.platform.journal.Receipts;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What somebody takes away to catch us with: a receipt after signing up, the whole history later.
 */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class ProjectEvidenceApi {

    private final Projects projects;
    private final Receipts receipts;
    private final EvidenceExport export;

    ProjectEvidenceApi(Projects projects, Receipts receipts, EvidenceExport export) {
        this.projects = projects;
        this.receipts = receipts;
        this.export = export;
    }

    /** A signed receipt over the project's history as it is now. */
    @GetMapping("/receipt")
    Receipt receipt(Caller caller, @PathVariable String id) {
        Project project = seen(caller, id).orElseThrow(() -> new NotFound("project", id));
        return receipts.issue(project.chain());
    }

    /** The history with seals and keys; it names who signed up, so not before sign-up is sealed. */
    @GetMapping("/evidence")
    Evidence evidence(Caller caller, @PathVariable String id) {
        Project project =
                seen(caller, id)
                        .filter(p -> !p.state().label().equals("OPEN"))
                        .orElseThrow(() -> new NotFound("evidence", id));
        return export.of("project", project.id()).orElseThrow(() -> new NotFound("evidence", id));
    }

    private Optional<Project> seen(Caller caller, String id) {
        Optional<Project> own = projects.byId(id, Scope.of(caller));
        return own.isEmpty() && caller.has(Role.INSTITUTION) ? projects.announced(id) : own;
    }
}
