package org.oneseal.market.projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.Nonce;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The market operator announces a project, or returns it with every reason. */
@Component
public class PublishProject {

    private final Projects projects;
    private final LookUpTerms lookUp;
    private final PublicValues values;
    private final Nonces nonces;
    private final ProjectBook book;

    PublishProject(
            Projects projects,
            LookUpTerms lookUp,
            PublicValues values,
            Nonces nonces,
            ProjectBook book) {
        this.projects = projects;
        this.lookUp = lookUp;
        this.values = values;
        this.nonces = nonces;
        this.book = book;
    }

    /** The nonce is made and committed to here, before anybody signs up. */
    @Transactional
    public ProjectOutcome publish(
            String id,
            long expectedVersion,
            Instant closesAt,
            Scope scope,
            Actor actor,
            Instant now) {
        Project project = load(id, expectedVersion, scope);
        TermsRules rules = lookUp.rules(project.region(), project.terms(), now);
        List<Objection> objections =
                new ArrayList<>(rules.objections(project.terms(), project.buyer()));
        objections.addAll(window(rules.rule(), closesAt, now));
        return book.keep(
                project.publish(() -> round(project, rules.rule(), closesAt, now), objections),
                actor,
                now);
    }

    @Transactional
    public ProjectOutcome returnWith(
            String id,
            long expectedVersion,
            List<ProjectState.Reason> reasons,
            Scope scope,
            Actor actor,
            Instant now) {
        return book.keep(load(id, expectedVersion, scope).returnWith(reasons, now), actor, now);
    }

    private static List<Objection> window(SelectionRule rule, Instant closesAt, Instant now) {
        if (closesAt.isBefore(now.plus(rule.signUp()))) {
            return List.of(
                    Objection.of("sign-up-too-short", rule.signUp().toMinutes())
                            .withGround(rule.ground())
                            .at("/closesAt"));
        }
        if (closesAt.isAfter(now.plus(rule.longestSignUp()))) {
            return List.of(
                    Objection.of("sign-up-too-long", rule.longestSignUp().toDays())
                            .withGround(rule.ground())
                            .at("/closesAt"));
        }
        return List.of();
    }

    private Round round(Project project, SelectionRule rule, Instant closesAt, Instant now) {
        int number = project.rounds().size() + 1;
        String draw = project.drawId(number);
        Nonce nonce = Nonce.random();
        Optional<PublicValues.Coming> coming = values.firstFrom(closesAt.plus(rule.valueAfter()));
        DrawAnnouncement announced =
                Drawing.announce(draw, nonces.algorithm(), nonce, now, closesAt, coming);
        return Round.open(number, announced, rule, nonces.seal(nonce, draw));
    }

    private Project load(String id, long expectedVersion, Scope scope) {
        Project project = projects.byId(id, scope).orElseThrow(() -> new NotFound("project", id));
        if (project.chain().sequence() != expectedVersion) {
            throw new StaleVersion(id, expectedVersion);
        }
        return project;
    }
}
