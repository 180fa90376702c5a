package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.events.NotificationEvent;
import org.oneseal.notification.events.TemplateDrafted;
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

    /** What a template is to say, from when and where. */
    public record Words(
            MessageKind kind,
            RegionCode region,
            Instant effectiveFrom,
            @Nullable Instant effectiveTo,
            Text chinese,
            Text english) {

        Template as(Template.State state, String id, Chain chain) {
            return new Template(
                    id, chain, state, kind, region, effectiveFrom, effectiveTo, chinese, english);
        }
    }

    /** Publishes words at once. */
    @Transactional
    public Outcome save(Words words, Actor actor, Instant now) {
        String id = ids.next(words.region());
        Template template = words.as(Template.State.PUBLISHED, id, Chain.start("template", id));
        List<Objection> objections = publishable(template, now);
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Template saved = append(template, saved(template), actor, now);
        templates.add(saved);
        return new Outcome.Saved(saved);
    }

    /** Keeps words that are not used yet; what they say is checked all the same. */
    @Transactional
    public Outcome draft(Words words, Actor actor, Instant now) {
        String id = ids.next(words.region());
        Template template = words.as(Template.State.DRAFT, id, Chain.start("template", id));
        List<Objection> objections = template.objections(now);
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Template drafted = append(template, drafted(template), actor, now);
        templates.add(drafted);
        return new Outcome.Saved(drafted);
    }

    /** A draft says something else; its kind and region stay. */
    @Transactional
    public Outcome redraft(
            String id, long expectedVersion, Words words, Scope scope, Actor actor, Instant now) {
        Template draft = expected(id, expectedVersion, scope);
        List<Objection> objections = new ArrayList<>();
        if (draft.state() != Template.State.DRAFT) {
            objections.add(Objection.of("template-published"));
        }
        if (draft.kind() != words.kind() || !draft.region().equals(words.region())) {
            objections.add(Objection.of("template-kind-fixed").at("/kind"));
        }
        Template changed = words.as(Template.State.DRAFT, id, draft.chain());
        objections.addAll(changed.objections(now));
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Template drafted = append(changed, drafted(changed), actor, now);
        templates.save(drafted, expectedVersion);
        return new Outcome.Saved(drafted);
    }

    /** From its time on a draft is used. */
    @Transactional
    public Outcome publish(String id, long expectedVersion, Scope scope, Actor actor, Instant now) {
        Template draft = expected(id, expectedVersion, scope);
        if (draft.state() != Template.State.DRAFT) {
            return new Outcome.Objected(List.of(Objection.of("template-published")));
        }
        List<Objection> objections = publishable(draft, now);
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Template published = append(draft.published(), saved(draft), actor, now);
        templates.save(published, expectedVersion);
        return new Outcome.Saved(published);
    }

    /** Ends a template now, or gives a draft up; the words of the region above come back. */
    @Transactional
    public Outcome end(String id, long expectedVersion, Scope scope, Actor actor, Instant now) {
        Template template = expected(id, expectedVersion, scope);
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

    private Template expected(String id, long expectedVersion, Scope scope) {
        Template template =
                templates.byId(id, scope).orElseThrow(() -> new NotFound("template", id));
        if (template.chain().sequence() != expectedVersion) {
            throw new StaleVersion(id, expectedVersion);
        }
        return template;
    }

    private List<Objection> publishable(Template template, Instant now) {
        List<Objection> objections = new ArrayList<>(template.objections(now));
        if (templates.startsAt(template.kind(), template.region(), template.effectiveFrom())) {
            objections.add(
                    Objection.of("template-exists", template.kind().code()).at("/effectiveFrom"));
        }
        return objections;
    }

    private static TemplateSaved saved(Template template) {
        return new TemplateSaved(
                template.id(),
                template.kind().code(),
                template.region().value(),
                template.effectiveFrom(),
                template.effectiveTo(),
                template.chinese().title(),
                template.chinese().body(),
                template.english().title(),
                template.english().body());
    }

    private static TemplateDrafted drafted(Template template) {
        return new TemplateDrafted(
                template.id(),
                template.kind().code(),
                template.region().value(),
                template.effectiveFrom(),
                template.effectiveTo());
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
