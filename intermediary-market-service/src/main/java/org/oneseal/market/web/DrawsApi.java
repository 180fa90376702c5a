package org.oneseal.market.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.Projects;
import org.oneseal.market.projects.Round;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Announcements and draws, for anybody. */
@RestController
@RequestMapping("/api/v1/draws")
class DrawsApi {

    /** Where the project of a draw may stand. */
    enum State {
        OPEN,
        SEALED,
        DRAWN,
        CONFIRMED,
        COMMISSIONED,
        DELIVERED,
        UNSUCCESSFUL
    }

    private final Projects projects;
    private final DrawViews views;

    DrawsApi(Projects projects, DrawViews views) {
        this.projects = projects;
        this.views = views;
    }

    /** Announced projects with their current draw; needs no token. */
    @GetMapping
    Page<ListedDrawView> list(
            @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable State state,
            PageRequest page) {
        return projects.announced(region, service, state == null ? null : state.name(), page)
                .map(views::listed);
    }

    /** The public page of a draw, with its proof once it is made; needs no token. */
    @GetMapping("/{id}")
    DrawView one(@PathVariable String id) {
        int cut = id.lastIndexOf('-');
        Optional<Project> project =
                cut < 0 ? Optional.empty() : projects.announced(id.substring(0, cut));
        return project.flatMap(p -> round(p, id).map(round -> views.draw(p, round)))
                .orElseThrow(() -> new NotFound("draw", id));
    }

    private static Optional<Round> round(Project project, String id) {
        return project.rounds().stream().filter(r -> r.announced().draw().equals(id)).findFirst();
    }
}
