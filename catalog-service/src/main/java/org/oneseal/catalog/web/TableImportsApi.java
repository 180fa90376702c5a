package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.InstantSource;
import org.oneseal.catalog.importing.ImportItems;
import org.oneseal.catalog.importing.ImportOutcome;
import org.oneseal.catalog.importing.ImportServices;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists that a region keeps as tables, taken in as CSV, UTF-8 with a header line. */
@RestController
@RequestMapping("/api/v1")
class TableImportsApi {

    private final ImportItems items;
    private final ImportServices services;
    private final Told told;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    TableImportsApi(
            ImportItems items,
            ImportServices services,
            Told told,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.items = items;
        this.services = services;
        this.told = told;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Takes in the item list of a region as CSV; a second time nothing changes. */
    @PostMapping(path = "/items/imports", consumes = "text/csv")
    ResponseEntity<?> importItems(
            Caller caller,
            IdempotencyKey key,
            @RequestParam String region,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody String csv) {
        return taken(caller, key, "items", region, dryRun, csv, items::importItems);
    }

    /**
     * Takes in the directory of a region as CSV, with the columns code, name, legal_basis,
     * requirements, time_limit, charges, result and perhaps department; a second time nothing
     * changes.
     */
    @PostMapping(path = "/directory/imports", consumes = "text/csv")
    ResponseEntity<?> importServices(
            Caller caller,
            IdempotencyKey key,
            @RequestParam String region,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody String csv) {
        return taken(caller, key, "directory", region, dryRun, csv, services::importServices);
    }

    /** One way to take a table in. */
    private interface Import {

        ImportOutcome take(RegionCode region, String csv, boolean dryRun, Actor actor, Instant now);
    }

    private ResponseEntity<?> taken(
            Caller caller,
            IdempotencyKey key,
            String what,
            String region,
            boolean dryRun,
            String csv,
            Import by) {
        RegionCode where = Codes.region(region);
        Editing.require(caller, where);
        return posts.once(
                caller,
                key,
                "POST /" + what + "/imports?region=" + region + "&dryRun=" + dryRun,
                csv,
                () ->
                        switch (by.take(
                                where, csv, dryRun, Editing.actor(caller), time.instant())) {
                            case ImportOutcome.Imported(var report) ->
                                    ResponseEntity.ok()
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .body(ImportView.of(report, dryRun, told));
                            case ImportOutcome.Objected(var objections) ->
                                    problems.unprocessable(objections);
                        });
    }
}
