package org.oneseal.cases.web;

import static org.oneseal.platform.objection.Objection.of;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.events.CaseFiled;
import org.oneseal.cases.filing.Filing;
import org.oneseal.cases.filing.FilingNotes;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseNumbers;
import org.oneseal.cases.handling.Channel;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.intake.Submission;
import org.oneseal.cases.intake.SubmitCase;
import org.oneseal.cases.items.FindItem;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.web.CaseBodies.MaterialBody;
import org.oneseal.cases.web.CaseBodies.SubmissionRequest;
import org.oneseal.cases.web.Filings.Settled;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Files one application, however it came: by itself, from a draft, or as one of many. */
@Component
class Filer {

    private final Problems problems;
    private final Filings filings;
    private final FindItem findItem;
    private final SubmitCase submitCase;
    private final CaseViews views;
    private final CaseNumbers numbers;
    private final FilingNotes notes;
    private final Dossier dossier;
    private final Ids ids;
    private final Json json;

    Filer(
            Problems problems,
            Filings filings,
            FindItem findItem,
            SubmitCase submitCase,
            CaseViews views,
            CaseNumbers numbers,
            FilingNotes notes,
            Dossier dossier,
            Ids ids,
            Json json) {
        this.problems = problems;
        this.filings = filings;
        this.findItem = findItem;
        this.submitCase = submitCase;
        this.views = views;
        this.numbers = numbers;
        this.notes = notes;
        this.dossier = dossier;
        this.ids = ids;
        this.json = json;
    }

    /** The item in force and numbers for it, before the transaction: the catalog may be asked. */
    Optional<ItemVersion> item(String code, Jwt token, Instant now) {
        var day = Case.dayOf(now);
        Optional<ItemVersion> item = findItem.find(code, day, token.getTokenValue());
        item.ifPresent(it -> numbers.atHand(it.itemCode(), day));
        return item;
    }

    /**
     * @param batch it came with, null where it came alone
     */
    ResponseEntity<?> file(
            Reach reach,
            Optional<ItemVersion> found,
            SubmissionRequest body,
            @Nullable String batch,
            Instant now) {
        List<Objection> objections = manner(reach, body);
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        var wanted = new Filings.Wanted(body.itemCode(), body.party(), body.region());
        return switch (filings.settle(reach, found, wanted)) {
            case Settled.Refused(var answer) -> answer;
            case Settled.Ready ready -> file(reach, ready, body, batch, now);
        };
    }

    /** What speaks against the manner in which it comes in. */
    private static List<Objection> manner(Reach reach, SubmissionRequest body) {
        List<Objection> found = new ArrayList<>();
        Channel channel = channel(reach.staff(), body.channel());
        if (channel.byClerks() != reach.staff()) {
            String code = reach.staff() ? "channel-of-applicants" : "channel-not-yours";
            found.add(of(code, channel.name()).at("/channel"));
        }
        if (body.greenReason() != null && !reach.staff()) {
            found.add(of("green-channel-by-clerk").at("/greenReason"));
        }
        var help = body.help();
        if (help != null && !reach.actingFor()) {
            found.add(of("help-without-mandate").withGround("行政许可法 art. 29").at("/help"));
        }
        if (help != null && help.kind() == Filing.Help.FAMILY && help.relation() == null) {
            found.add(of("relation-missing").at("/help/relation"));
        }
        return found;
    }

    private ResponseEntity<?> file(
            Reach reach,
            Settled.Ready ready,
            SubmissionRequest body,
            @Nullable String batch,
            Instant now) {
        boolean atCounter = reach.staff();
        var submission =
                new Submission(
                        ids.next(ready.region()),
                        numbers.caseNumber(ready.item().itemCode(), Case.dayOf(now)),
                        numbers.queryNumber(),
                        ready.subject(),
                        reach.actingFor(),
                        channel(atCounter, body.channel()).name(),
                        atCounter,
                        ready.region(),
                        MaterialBody.all(body.materials()),
                        body.promise() == null ? null : body.promise().promising());
        String form = body.form() == null ? null : json.write(body.form());
        String role = atCounter ? Role.WINDOW_CLERK.realmName() : Role.APPLICANT.realmName();
        return switch (submitCase.submit(
                submission, ready.item(), form, reach.handler(), reach.actor(role), now)) {
            case Handled.Done(var file) -> {
                note(reach, file.value(), body, batch, role, now);
                yield ResponseEntity.created(URI.create("/api/v1/cases/" + submission.id()))
                        .eTag(Versions.etag(file.version()))
                        .body(views.view(file));
            }
            case Handled.Objected(var objections) -> problems.unprocessable(objections);
            case Handled.OutOfTurn(var objections) -> problems.conflict(objections);
        };
    }

    private static Channel channel(boolean atCounter, @Nullable String said) {
        if (said != null) return Channel.valueOf(said);
        return atCounter ? Channel.WINDOW : Channel.ONLINE;
    }

    private void note(
            Reach reach,
            Case it,
            SubmissionRequest body,
            @Nullable String batch,
            String role,
            Instant now) {
        var help = body.help();
        var filing =
                new Filing(
                        it.header().id(),
                        it.header().caseNumber(),
                        Objects.requireNonNullElse(it.header().itemName(), ""),
                        body.projectNumber(),
                        body.greenReason(),
                        help == null ? null : help.kind(),
                        help == null ? null : reach.caller().party(),
                        help == null ? null : help.relation(),
                        batch,
                        now);
        if (filing.ordinary()) return;
        notes.add(filing, it);
        dossier.record(
                it,
                new Dossier.Piece(Dossier.Kind.FILING, filing.caseId() + "/filing"),
                new CaseFiled(
                        it.reference(),
                        filing.projectNumber(),
                        filing.greenReason() != null,
                        filing.greenReason(),
                        help == null ? null : help.kind().name(),
                        filing.helper(),
                        batch),
                now,
                reach.actor(role));
    }
}
