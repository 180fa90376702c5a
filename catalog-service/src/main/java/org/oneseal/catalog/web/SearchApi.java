package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.search.FindEntries;
import org.oneseal.catalog.search.Hit;
import org.oneseal.catalog.search.RebuildSearch;
import org.oneseal.catalog.search.SearchKind;
import org.oneseal.catalog.search.SearchQuery;
import org.oneseal.catalog.search.Tier;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One search over items, guides, packages and knowledge answers (搜索即服务). */
@RestController
@RequestMapping("/api/v1/search")
class SearchApi {

    private static final int LONGEST = 100;

    private final FindEntries find;
    private final RebuildSearch rebuild;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    SearchApi(
            FindEntries find,
            RebuildSearch rebuild,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.find = find;
        this.rebuild = rebuild;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * Something found.
     *
     * @param ref code of the item, id of the answer, guide or package
     * @param fit how well it fits, best first
     * @param why where each word was seen; for marking it
     */
    record HitView(
            SearchKind kind,
            String ref,
            String region,
            String title,
            List<String> aliases,
            Tier fit,
            List<Hit.Why> why) {

        static HitView of(Hit hit) {
            var entry = hit.found().entry();
            return new HitView(
                    entry.kind(),
                    entry.ref(),
                    entry.region().value(),
                    entry.title(),
                    entry.aliases(),
                    hit.found().tier(),
                    hit.why());
        }
    }

    /**
     * Finds by characters, by the letters of their reading, by initials, by words that mean the
     * same; best first.
     *
     * @param q what someone would say, at most 100 characters
     * @param region where someone is: what counts there, from that region and those above it
     * @param kind only these kinds, all when left out
     */
    @GetMapping
    ResponseEntity<?> search(
            Caller caller,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Set<SearchKind> kind,
            PageRequest page) {
        if (q.codePointCount(0, q.length()) > LONGEST) {
            return problems.badRequest(
                    List.of(Objection.of("query-too-long", String.valueOf(LONGEST)).at("q")));
        }
        PageRequest sorted =
                page.sortedBy(
                        SortKey.NUMBER, SortKey.NUMBER, SortKey.TEXT, SortKey.TEXT, SortKey.TEXT);
        List<Hit> hits =
                find.find(
                        new SearchQuery(
                                q,
                                region == null ? null : Codes.region(region),
                                kind == null ? Set.of() : kind,
                                sorted.keyset(),
                                page.fetch()),
                        time.instant());
        return ResponseEntity.ok(Page.of(hits, page, FindEntries::keyset).map(HitView::of));
    }

    /** Builds what is found of items and answers again, from nothing. */
    @PostMapping("/rebuilds")
    ResponseEntity<?> rebuild(Caller caller, IdempotencyKey key) {
        caller.require(Role.PLATFORM_OPERATOR);
        return posts.once(
                caller,
                key,
                "POST /search/rebuilds",
                "",
                () -> ResponseEntity.ok(rebuild.rebuild()));
    }
}
