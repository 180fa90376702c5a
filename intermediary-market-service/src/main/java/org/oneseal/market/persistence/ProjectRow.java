package org.oneseal.market.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.oneseal.market.projects.Buyer;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.ProjectState;
import org.oneseal.market.projects.Round;
import org.oneseal.market.projects.Terms;
import org.oneseal.platform.persistence.Json;
import tools.jackson.databind.json.JsonMapper;

/** What a project's body column holds. */
record ProjectRow(Terms terms, Buyer buyer, List<Round> rounds, ProjectState state) {

    /** Names the states in JSON, so that the domain need not. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ProjectState.Submitted.class, name = "SUBMITTED"),
        @JsonSubTypes.Type(value = ProjectState.Returned.class, name = "RETURNED"),
        @JsonSubTypes.Type(value = ProjectState.Open.class, name = "OPEN"),
        @JsonSubTypes.Type(value = ProjectState.Sealed.class, name = "SEALED"),
        @JsonSubTypes.Type(value = ProjectState.Drawn.class, name = "DRAWN"),
        @JsonSubTypes.Type(value = ProjectState.Confirmed.class, name = "CONFIRMED"),
        @JsonSubTypes.Type(value = ProjectState.Commissioned.class, name = "COMMISSIONED"),
        @JsonSubTypes.Type(value = ProjectState.Delivered.class, name = "DELIVERED"),
        @JsonSubTypes.Type(value = ProjectState.Unsuccessful.class, name = "UNSUCCESSFUL")
    })
    private interface NamedState {}

    static ProjectRow of(Project project) {
        return new ProjectRow(project.terms(), project.buyer(), project.rounds(), project.state());
    }

    /** The mapper that knows how states are named. */
    static JsonMapper mapper(Json json) {
        return json.mapper().rebuild().addMixIn(ProjectState.class, NamedState.class).build();
    }
}
