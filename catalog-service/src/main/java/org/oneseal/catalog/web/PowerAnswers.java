package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.powers.PowerOutcome;
import org.oneseal.catalog.powers.PowerVersion;
import org.oneseal.catalog.powers.Powers;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the routes of powers have in common: finding, answering, showing. */
@Component
class PowerAnswers {

    private final Powers powers;
    private final PowerContents contents;
    private final Problems problems;
    private final InstantSource time;

    PowerAnswers(Powers powers, PowerContents contents, Problems problems, InstantSource time) {
        this.powers = powers;
        this.contents = contents;
        this.problems = problems;
        this.time = time;
    }

    ResponseEntity<?> answer(Caller caller, int status, PowerOutcome outcome) {
        return switch (outcome) {
            case PowerOutcome.Done(var power, _) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(power.version()))
                            .body(view(caller, power));
            case PowerOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case PowerOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    /** A draft never published is there for the editors of its region only. */
    Power find(Caller caller, String code) {
        return powers.find(code)
                .filter(p -> !p.versions().isEmpty() || Editing.covers(caller, p.region()))
                .orElseThrow(() -> new NotFound("power", code));
    }

    /** The power, if the caller edits where it counts. */
    Power editable(Caller caller, String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Power power = find(caller, code);
        Editing.require(caller, power.region());
        return power;
    }

    PowerView view(Caller caller, Power power) {
        LocalDate today = ItemDesk.today(time.instant());
        Power.@Nullable Draft draft = Editing.covers(caller, power.region()) ? power.draft() : null;
        Review review = draft == null ? null : draft.review();
        return new PowerView(
                power.code(),
                power.region().value(),
                power.department(),
                power.status(today),
                power.standing().suspended(),
                power.standing().cancelled(),
                power.standing().cancelledFrom(),
                power.version(),
                power.governing(today).map(this::version).orElse(null),
                power.versions().stream().map(PowerView::line).toList(),
                draft == null ? null : contents.body(draft.content()),
                draft == null ? null : draft.state(),
                review == null ? null : review.reason());
    }

    PowerView.PowerVersionView version(PowerVersion version) {
        return new PowerView.PowerVersionView(
                PowerView.line(version), contents.body(version.content()));
    }
}
