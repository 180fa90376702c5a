package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.StaleVersion;

/** Registers a department's system, or changes what it may do. Runs in the caller's transaction. */
public final class RegisterSource {

    private final Sources sources;
    private final Ids ids;

    public RegisterSource(Sources sources, Ids ids) {
        this.sources = sources;
        this.ids = ids;
    }

    /** What came of a registration. */
    public sealed interface Registration {
        record Registered(SourceOnFile source) implements Registration {}

        /** It was there before, just so. */
        record Unchanged(SourceOnFile source) implements Registration {}

        record Objected(List<Objection> objections) implements Registration {}

        /** The code belongs to a source that is registered otherwise. */
        record Taken(List<Objection> objections) implements Registration {}
    }

    public Registration register(Source source, Actor actor, Instant now) {
        Optional<SourceOnFile> known = sources.find(source.code());
        if (known.isPresent()) {
            return known.get().value().equals(source)
                    ? new Registration.Unchanged(known.get())
                    : new Registration.Taken(
                            List.of(of("source-exists", source.code()).at("/code")));
        }
        List<Objection> objections = objections(source);
        return objections.isEmpty()
                ? new Registration.Registered(
                        sources.add(source, ids.next(source.region()), actor, now))
                : new Registration.Objected(objections);
    }

    /** Code and region stay: cases hang on them. */
    public Registration change(
            SourceOnFile before, Source after, long expected, Actor actor, Instant now) {
        if (before.version() != expected) throw new StaleVersion(after.code(), expected);
        if (before.value().equals(after)) return new Registration.Unchanged(before);
        List<Objection> objections = objections(after);
        if (!before.value().region().equals(after.region())) {
            objections.add(of("source-region-fixed").at("/region"));
        }
        return objections.isEmpty()
                ? new Registration.Registered(sources.save(before, after, actor, now))
                : new Registration.Objected(objections);
    }

    private List<Objection> objections(Source source) {
        List<Objection> objections = new ArrayList<>(source.objections());
        sources.byClient(source.clientId())
                .filter(other -> !other.value().code().equals(source.code()))
                .ifPresent(_ -> objections.add(of("source-client-taken").at("/clientId")));
        return objections;
    }
}
