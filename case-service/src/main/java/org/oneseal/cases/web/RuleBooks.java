package org.oneseal.cases.web;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How books of rules by region and day, which only grow, are read and added to. */
@Component
class RuleBooks {

    private static final String CASES = "/api/v1/cases/";

    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    RuleBooks(IdempotentPosts posts, Problems problems, InstantSource time) {
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** A rule that somebody wants to add, whatever it rules. */
    interface Wanted {
        String region();

        /** First day on which it counts (Asia/Shanghai), tomorrow at the earliest. */
        LocalDate effectiveFrom();
    }

    /** The rules of a region and of those above it, in the order of their addition. */
    interface Lines<E> {
        List<E> of(RegionCode region, long afterId, int limit);
    }

    /** Writes the rule and answers its number. */
    interface Writing<W extends Wanted> {
        long add(W wanted, String by, Instant at);
    }

    static <E> Page<E> page(
            Lines<E> lines, RegionCode region, PageRequest page, ToLongFunction<E> id) {
        List<Long> after = page.numbers(1);
        return Page.of(
                lines.of(region, after.isEmpty() ? 0 : after.getFirst(), page.fetch()),
                page,
                entry -> List.of(Long.toString(id.applyAsLong(entry))));
    }

    /**
     * @param book its name in the address
     * @param further objections that this kind of rule has beside those of every rule
     */
    <W extends Wanted> ResponseEntity<?> add(
            Caller caller,
            IdempotencyKey key,
            String book,
            W wanted,
            Function<W, List<Objection>> further,
            Writing<W> writing) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Instant now = time.instant();
        return posts.once(
                caller,
                key,
                "POST /cases/" + book,
                wanted,
                () -> {
                    List<Objection> objections = new ArrayList<>();
                    objections.addAll(
                            RuleChecks.of(
                                    caller,
                                    wanted.region(),
                                    wanted.effectiveFrom(),
                                    Case.dayOf(now)));
                    objections.addAll(further.apply(wanted));
                    if (!objections.isEmpty()) return problems.unprocessable(objections);
                    long id = writing.add(wanted, caller.subject(), now);
                    return ResponseEntity.created(
                                    URI.create(CASES + book + "?region=" + wanted.region()))
                            .body(Map.of("id", id));
                });
    }
}
