package org.oneseal.market.web;

import java.net.URI;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.ProjectOutcome;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Outcomes of projects as answers. */
@Component
class ProjectAnswers {

    private final ProjectViews views;
    private final Problems problems;

    ProjectAnswers(ProjectViews views, Problems problems) {
        this.views = views;
        this.problems = problems;
    }

    ResponseEntity<?> answer(HttpStatus success, ProjectOutcome outcome, Caller caller) {
        return switch (outcome) {
            case ProjectOutcome.Changed changed -> shown(success, changed.project(), caller);
            case ProjectOutcome.Objected(var objections, var conflict) ->
                    conflict ? problems.conflict(objections) : problems.unprocessable(objections);
        };
    }

    ResponseEntity<ProjectView> shown(HttpStatus status, Project project, Caller caller) {
        return ResponseEntity.status(status)
                .eTag(Versions.etag(project.chain().sequence()))
                .location(URI.create("/api/v1/projects/" + project.id()))
                .body(view(project, caller));
    }

    ProjectView view(Project project, Caller caller) {
        return views.project(project, caller.party());
    }
}
