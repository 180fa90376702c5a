package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.powers.EditPower;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.powers.PowerOutcome;
import org.oneseal.catalog.powers.Powers;
import org.oneseal.catalog.powers.PublishPower;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What bodies do of their own accord: penalties, coercion, levies, inspections. */
@RestController
@RequestMapping("/api/v1/powers")
class PowersApi extends DraftsApi<PowerBody, PowerOutcome> {

    private final Powers powers;
    private final PowerAnswers answers;
    private final Beginnings beginnings;
    private final EditPower edit;
    private final PowerContents contents;

    PowersApi(
            Powers powers,
            PowerAnswers answers,
            Beginnings beginnings,
            EditPower edit,
            PublishPower publish,
            PowerContents contents,
            Told told,
            InstantSource time) {
        super(
                answers,
                (code, expected, body, actor, now) ->
                        edit.change(code, expected, contents.content(body), actor, now),
                edit::discard,
                (code, now) -> told.check(publish.check(code, now), List.of()),
                time);
        this.powers = powers;
        this.answers = answers;
        this.beginnings = beginnings;
        this.edit = edit;
        this.contents = contents;
    }

    /**
     * Powers of a region and below it, or of one body, whatever has become of them; editors also
     * find the drafts of their region. What stands in a body's list on a day is in its standing
     * list.
     */
    @GetMapping
    Page<PowerView.PowerLineView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String type,
            PageRequest page) {
        String after = page.text();
        List<Powers.Line> found =
                powers.list(
                        new Powers.Search(
                                region == null ? null : Codes.region(region),
                                department,
                                type,
                                Editing.within(caller),
                                after,
                                page.fetch()));
        return Page.of(found, page, line -> List.of(line.code())).map(PowerView.PowerLineView::of);
    }

    @GetMapping("/{code}")
    ResponseEntity<PowerView> one(Caller caller, @PathVariable String code) {
        Power power = answers.find(caller, code);
        return answers.shown(200, power, answers.view(caller, power));
    }

    /** A published version, whole. */
    @GetMapping("/{code}/versions/{number}")
    PowerView.PowerVersionView version(
            Caller caller, @PathVariable String code, @PathVariable int number) {
        return answers.find(caller, code)
                .numbered(number)
                .map(answers::version)
                .orElseThrow(() -> new NotFound("version", code + "@" + number));
    }

    /** Begins a power; what is applied for begins as an item. */
    @PostMapping
    ResponseEntity<?> begin(
            Caller caller, IdempotencyKey key, @Valid @RequestBody PowerRequest body) {
        return beginnings.begin(
                caller,
                key,
                answers,
                body,
                edit::objections,
                (department, actor, now) ->
                        edit.begin(
                                body.code(),
                                department.region(),
                                department.code(),
                                contents.content(body.content()),
                                actor,
                                now));
    }
}
