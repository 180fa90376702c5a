package org.oneseal.cases.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.journal.Actor;

/** All registered sources. There are few: reading them all is cheap. */
public interface Sources {

    Optional<SourceOnFile> find(String code);

    /** The source that a service account speaks for. */
    Optional<SourceOnFile> byClient(String clientId);

    /** In the order of their codes. */
    List<SourceOnFile> all();

    /** Writes a new source with its event; the outcome of a race is the loser's exception. */
    SourceOnFile add(Source source, String id, Actor actor, Instant now);

    /**
     * Writes a new version.
     *
     * @throws org.oneseal.platform.web.StaleVersion if somebody else was faster
     */
    SourceOnFile save(SourceOnFile before, Source after, Actor actor, Instant now);
}
