package org.oneseal.supervision.messaging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Refused;
import org.oneseal.supervision.supervising.Sources;
import org.oneseal.supervision.supervising.TellMatter;
import org.oneseal.supervision.watching.WatchKind;
import tools.jackson.core.JacksonException;

/**
 * A milestone of a matter as a department's own system reports it. Each report names the matter
 * whole, so that none needs another.
 *
 * @param department ours; may be left out by a source that speaks for one alone
 */
record FromDepartment(
        @Nullable WatchKind kind,
        @Nullable String number,
        @Nullable String title,
        @Nullable String department,
        @Nullable String reached,
        @Nullable String awaits,
        @Nullable LocalDate from,
        @Nullable LocalDate by) {

    static final String TYPE = "org.oneseal.matters.told";

    /**
     * What the event reports.
     *
     * @throws Refused with everything that is wrong with its shape, or if it is not its sender's
     */
    static TellMatter.Report read(IncomingEvent event, Sources.Source source) {
        List<String> wrong = new ArrayList<>();
        if (!event.source().equals(source.code())) wrong.add("matter-source-forged");
        if (!event.type().equals(TYPE)) wrong.add("matter-type-unknown");
        FromDepartment told = told(event);
        if (told.kind() == null) wrong.add("matter-member-missing kind");
        if (told.number() == null) wrong.add("matter-member-missing number");
        if (told.title() == null) wrong.add("matter-member-missing title");
        if (told.reached() == null) wrong.add("matter-member-missing reached");
        if (!event.subject().equals(told.number())) wrong.add("matter-number-mismatch");
        if (!wrong.isEmpty()) throw new Refused(String.join(", ", wrong));
        String department = told.departmentOf(source);
        return new TellMatter.Report(
                new TellMatter.Opening(
                        Objects.requireNonNull(told.kind()),
                        Objects.requireNonNull(told.number()),
                        Objects.requireNonNull(told.title()),
                        source.region(),
                        department),
                event.sequence(),
                new TellMatter.Step(
                        Objects.requireNonNull(told.reached()),
                        told.awaits(),
                        event.time(),
                        told.from(),
                        told.by()),
                new TellMatter.Teller(
                        Actor.source(source.code(), department),
                        source.region(),
                        source.departments()));
    }

    private static FromDepartment told(IncomingEvent event) {
        try {
            return event.as(FromDepartment.class);
        } catch (JacksonException | IllegalStateException e) {
            throw new Refused("matter-data-malformed");
        }
    }

    private String departmentOf(Sources.Source source) {
        if (department != null) return department;
        return source.departments().size() == 1 ? source.departments().iterator().next() : "";
    }
}
