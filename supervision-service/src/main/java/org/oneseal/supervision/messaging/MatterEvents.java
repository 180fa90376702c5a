package org.oneseal.supervision.messaging;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Quotas;
import org.oneseal.platform.messaging.Refused;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.objection.Objection;
import org.oneseal.supervision.supervising.Sources;
import org.oneseal.supervision.supervising.TellMatter;
import org.springframework.stereotype.Component;

/**
 * Matters as departments' own systems report them, each in a topic that it alone may write: whose
 * they are is told by the topic and by what its source is registered for, never by the event. What
 * is reported does not depend on its order. Matters are acts: nothing here is built again.
 */
@Component
class MatterEvents implements Subscription {

    static final String TOPIC = "oneseal.matters.in.{source}.v1";

    private final TellMatter tellMatter;
    private final Sources sources;
    private final InstantSource time;
    private final Quotas quotas = new Quotas(System::nanoTime);

    MatterEvents(TellMatter tellMatter, Sources sources, InstantSource time) {
        this.tellMatter = tellMatter;
        this.sources = sources;
        this.time = time;
    }

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> after() {
        return CalendarEvents.CATALOG;
    }

    @Override
    public boolean ordered() {
        return false;
    }

    /** What nobody is registered for yet waits, and so does what is over a quota. */
    @Override
    public int admits(String sender, int events) {
        return sources.find(sender)
                .map(source -> quotas.take(sender, source.quotaPerMinute(), events))
                .orElse(0);
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        Map<String, Sources.Source> registered = new HashMap<>();
        List<TellMatter.Report> reports = new ArrayList<>();
        for (IncomingEvent event : events) {
            Sources.Source source =
                    registered.computeIfAbsent(
                            Objects.requireNonNull(event.sender()), this::registered);
            reports.add(FromDepartment.read(event, source));
        }
        List<String> wrong = new ArrayList<>();
        for (TellMatter.Reported reported : tellMatter.tell(reports, time.instant())) {
            switch (reported) {
                case TellMatter.Done _, TellMatter.Known _ -> {}
                case TellMatter.Objected(List<Objection> objections) ->
                        objections.forEach(o -> wrong.add(said(o)));
            }
        }
        // Nothing of the batch is kept then: the kit tries them one by one.
        if (!wrong.isEmpty()) throw new Refused(String.join(", ", wrong));
    }

    /** Nothing is emptied: what is read again was told before. */
    @Override
    public void reset() {}

    private Sources.Source registered(String code) {
        return sources.find(code).orElseThrow(() -> new Refused("matter-source-unknown " + code));
    }

    private static String said(Objection objection) {
        String arguments =
                objection.arguments().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
        return (objection.code() + " " + arguments).strip();
    }
}
