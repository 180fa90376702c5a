package org.oneseal.credit.promises;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** All promises that cases have told. */
public interface Promises {

    /** Adds it; a promise that is there already stays as it is. */
    void add(Promise promise);

    /** The promise, locked until the transaction ends. */
    Optional<Promise> take(String id);

    void save(Promise promise);

    Optional<Promise> byId(String id, Scope scope);

    /** Promises of the scope, newest first. */
    Page<Promise> inScope(Scope scope, Promise.@Nullable State state, PageRequest page);

    /** Overdue ones of a party, locked; for when the party becomes known. */
    List<Promise> overdueOf(String party);
}
