package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** All templates, past ones too. */
public interface Templates {

    /** Published ones. */
    List<Template> ofKinds(Collection<MessageKind> kinds);

    /** Templates of the scope and those it inherits, newest first. */
    Page<Template> visibleIn(Scope scope, PageRequest page);

    Optional<Template> byId(String id, Scope scope);

    /** Whether published words begin then; whoever asks next waits until this transaction ends. */
    boolean startsAt(MessageKind kind, RegionCode region, Instant effectiveFrom);

    void add(Template template);

    /**
     * Saves what a draft says, that it is published, or when it ends.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another has saved meanwhile
     */
    void save(Template template, long expectedVersion);
}
