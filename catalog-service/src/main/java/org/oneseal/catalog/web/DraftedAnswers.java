package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.Versioned;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;

/**
 * What the routes of items, powers and packages have in common: who finds a thing, who edits it,
 * and that what an editor does is done once and answered. Each kind says how it is shown.
 *
 * @param <T> the thing
 * @param <O> what becomes of something that is to be done to it
 */
abstract class DraftedAnswers<T extends Versioned<?>, O> {

    private final String kind;
    private final String routes;
    private final Function<String, Optional<T>> all;
    private final IdempotentPosts posts;
    private final InstantSource time;

    /**
     * @param kind what a thing is, for whom it is not there
     * @param routes what all things of the kind stand under, such as {@code /items}
     * @param all finds one by its code
     */
    DraftedAnswers(
            String kind,
            String routes,
            Function<String, Optional<T>> all,
            IdempotentPosts posts,
            InstantSource time) {
        this.kind = kind;
        this.routes = routes;
        this.all = all;
        this.posts = posts;
        this.time = time;
    }

    /** What became of it: the thing as the caller may see it, or every objection. */
    abstract ResponseEntity<?> answer(Caller caller, int status, O outcome);

    String routes() {
        return routes;
    }

    /** In Asia/Shanghai. */
    LocalDate today() {
        return ItemDesk.today(time.instant());
    }

    /** A draft never published is there for the editors of its region only. */
    T find(Caller caller, String code) {
        return all.apply(code)
                .filter(thing -> thing.published() || Editing.covers(caller, thing.region()))
                .orElseThrow(() -> new NotFound(kind, code));
    }

    /** The thing, if the caller edits where it counts. */
    T editable(Caller caller, String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        T thing = find(caller, code);
        Editing.require(caller, thing.region());
        return thing;
    }

    /** A thing as it is answered, with its version. */
    <V> ResponseEntity<V> shown(int status, T thing, V view) {
        return ResponseEntity.status(status).eTag(Versions.etag(thing.version())).body(view);
    }

    /**
     * An editor's post about a thing, at the version he has read.
     *
     * @param route below the thing's own, such as {@code versions}
     */
    record Posted(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            String code,
            String route,
            Object body) {}

    /**
     * Does what was posted, once a key.
     *
     * @param status of the answer if it is done
     */
    ResponseEntity<?> once(Posted posted, int status, BiFunction<Actor, Instant, O> act) {
        editable(posted.caller(), posted.code());
        return posts.once(
                posted.caller(),
                posted.key(),
                "POST " + routes + "/" + posted.code() + "/" + posted.route(),
                posted.version(),
                posted.body(),
                () -> done(posted.caller(), status, act));
    }

    /** Does what puts the thing into a state, so that doing it again changes nothing. */
    ResponseEntity<?> change(Caller caller, String code, BiFunction<Actor, Instant, O> act) {
        editable(caller, code);
        return done(caller, 200, act);
    }

    private ResponseEntity<?> done(Caller caller, int status, BiFunction<Actor, Instant, O> act) {
        return answer(caller, status, act.apply(Editing.actor(caller), time.instant()));
    }
}
