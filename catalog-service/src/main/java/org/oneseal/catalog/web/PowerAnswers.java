package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.powers.PowerOutcome;
import org.oneseal.catalog.powers.PowerVersion;
import org.oneseal.catalog.powers.Powers;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the routes of powers answer, and what they show to whom. */
@Component
class PowerAnswers extends DraftedAnswers<Power, PowerOutcome> {

    private final PowerContents contents;
    private final Problems problems;

    PowerAnswers(
            Powers powers,
            PowerContents contents,
            Problems problems,
            IdempotentPosts posts,
            InstantSource time) {
        super("power", "/powers", powers::find, posts, time);
        this.contents = contents;
        this.problems = problems;
    }

    @Override
    ResponseEntity<?> answer(Caller caller, int status, PowerOutcome outcome) {
        return switch (outcome) {
            case PowerOutcome.Done(var power, _) -> shown(status, power, view(caller, power));
            case PowerOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case PowerOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    PowerView view(Caller caller, Power power) {
        LocalDate today = today();
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
