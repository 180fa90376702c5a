package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.events.NotificationEvent;
import org.oneseal.notification.events.TemplateEnded;
import org.oneseal.notification.events.TemplateSaved;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A region takes words of its own, or gives them up again. */
@Component
public class SaveTemplate {

    /** What it comes to. */
    public sealed interface Outcome {

        /** Saved. */
        record Saved(Template template) implements Outcome {}

        /** Not saved, with every reason. */
        record Objected(List<Objection> objections) implements Outcome {
            public Objected {
                objections = List.copyOf(objections);
            }
        }
    }

    private final Templates templates;
    private final Journal journal;
    private final Ids ids;

    SaveTemplate(Templates templates, Journal journal, Ids ids) {
        this.templates = templates;
        this.journal = journal;
        this.ids = ids;
    }

    @Transactional
    public Outcome save(
            MessageKind kind,
            RegionCode region,
            Instant effectiveFrom,
            @Nullable Instant effectiveTo,
            Text chinese,
            Text english,
            Actor actor,
            Instant now) {
        String id = ids.next(region);
        Template template =
                new Template(
                        id,
                        Chain.start("template", id),
                        kind,
                        region,
                        effectiveFrom,
                        effectiveTo,
                        chinese,
                        english);
        List<Objection> objections = new ArrayList<>(template.objections(now));
        if (templates.startsAt(kind, region, effectiveFrom)) {
            objections.add(Objection.of("template-exists", kind.code()).at("/effectiveFrom"));
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Template saved =
                append(
                        template,
                        new TemplateSaved(
                                id,
                                kind.code(),
                                region.value(),
                                effectiveFrom,
                                effectiveTo,
                                chinese.title(),
                                chinese.body(),
                                english.title(),
                                english.body()),
                        actor,
                        now);
        templates.add(saved);
        return new Outcome.Saved(saved);
    }

    /** Ends a template now; the words of the region above come back. */
    @Transactional
    public Outcome end(String id, long expectedVersion, Scope scope, Actor actor, Instant now) {
        Template template =
                templates.byId(id, scope).orElseThrow(() -> new NotFound("template", id));
        if (template.chain().sequence() != expectedVersion) {
            throw new StaleVersion(id, expectedVersion);
        }
        Instant end = template.effectiveTo();
        if (end != null && !end.isAfter(now)) {
            return new Outcome.Objected(List.of(Objection.of("template-ended-already")));
        }
        Template ended =
                append(
                        template.endingAt(now),
                        new TemplateEnded(
                                id, template.kind().code(), template.region().value(), now),
                        actor,
                        now);
        templates.save(ended, expectedVersion);
        return new Outcome.Saved(ended);
    }

    private Template append(Template template, NotificationEvent event, Actor actor, Instant now) {
        return template.at(
                journal.append(
                        template.chain(),
                        actor,
                        List.of(
                                new Happening(
                                        event.type(),
                                        now,
                                        Placement.of(template.region().value(), null),
                                        event))));
    }
}
