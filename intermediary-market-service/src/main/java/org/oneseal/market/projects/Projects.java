package org.oneseal.market.projects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** All projects. */
public interface Projects {

    /** The project, if the caller's scope holds it. */
    Optional<Project> byId(String id, Scope scope);

    /** The project, if it was ever announced: then everybody may see it. */
    Optional<Project> announced(String id);

    /** The project, locked until the transaction ends, whoever asks. */
    Optional<Project> lock(String id);

    void add(Project project);

    /**
     * Saves the next state.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another has saved meanwhile
     */
    void save(Project project, long expectedVersion);

    /** Ids of projects in that state whose time has come, the longest due first. */
    List<String> due(String state, Instant now, int limit);

    /** Drawn or confirmed ones in the region or below, by id after the given one, locked. */
    List<Project> waitingWithin(RegionCode region, String afterId, int limit);

    /** Projects of the scope, newest first. */
    Page<Project> inScope(Scope scope, @Nullable String state, PageRequest page);

    /** Announced projects, newest first; null means any. */
    Page<Project> announced(
            @Nullable RegionCode region,
            @Nullable String service,
            @Nullable String state,
            PageRequest page);
}
