package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.filing.Filing;
import org.oneseal.cases.filing.FilingNotes;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How cases came in: the cases of a project, and those of the green channel (绿色通道). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class FilingNotesApi {

    private final Acts acts;
    private final Reaches reaches;
    private final FilingNotes notes;

    FilingNotesApi(Acts acts, Reaches reaches, FilingNotes notes) {
        this.acts = acts;
        this.reaches = reaches;
        this.notes = notes;
    }

    @GetMapping("/{id}/filing")
    @Operation(summary = "How a case came in, where that was out of the ordinary")
    Filing filing(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        acts.file(reaches.of(caller, onBehalfOf), id);
        return notes.of(id).orElseThrow(() -> new NotFound("filing", id));
    }

    @GetMapping("/filings")
    @Operation(summary = "The cases of a project, or of the green channel where none is named")
    Page<Filing> list(
            @Parameter(hidden = true) Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable @Size(max = 24) String project) {
        List<String> keys = page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset();
        boolean first = keys.isEmpty();
        return Page.of(
                notes.list(
                        project,
                        reaches.of(caller, null).scope(),
                        first ? null : Instant.parse(keys.get(0)),
                        first ? null : keys.get(1),
                        page.fetch()),
                page,
                f -> List.of(f.filedAt().toString(), f.caseId()));
    }
}
