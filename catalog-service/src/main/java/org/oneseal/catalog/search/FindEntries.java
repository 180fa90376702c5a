package org.oneseal.catalog.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.registers.SynonymGroup;
import org.oneseal.catalog.search.FullText.Found;
import org.oneseal.catalog.search.FullText.TierQuery;
import org.oneseal.catalog.words.Readings;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what someone means, tier by tier until the page is full. */
@Component
public class FindEntries {

    private final FollowEntries follow;
    private final FullText texts;
    private final Registers registers;
    private final Readings readings;
    private final SearchWords known;
    private final Explain explain;

    FindEntries(
            FollowEntries follow,
            FullText texts,
            Registers registers,
            Readings readings,
            SearchWords known) {
        this.follow = follow;
        this.texts = texts;
        this.registers = registers;
        this.readings = readings;
        this.known = known;
        this.explain = new Explain(readings);
    }

    /** Hits, best first; none for a text without a word in it. */
    @Transactional(readOnly = true)
    public List<Hit> find(SearchQuery query, Instant now) {
        List<String> words = Sought.words(query.text());
        if (words.isEmpty()) return List.of();
        List<RegionCode> path = path(query.region());
        Sought sought = Sought.of(words, synonyms(words, path), known.fillers(), readings);
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        follow.catchUp();
        List<Found> found = new ArrayList<>();
        List<SearchKind> kinds =
                query.kinds().isEmpty() ? List.of(SearchKind.values()) : List.copyOf(query.kinds());
        long first = query.after().isEmpty() ? -1 : Long.parseLong(query.after().getFirst());
        Set<String> there = new HashSet<>();
        for (Tier tier : Tier.values()) {
            if (tier.ordinal() < first || !hasHits(tier, sought)) continue;
            List<Found> hits =
                    texts.find(
                            new TierQuery(
                                    tier,
                                    sought.tiers().getOrDefault(tier, List.of()),
                                    unseen(tier, first, sought),
                                    tier == Tier.PARTIAL ? sought.pairs() : List.of(),
                                    path,
                                    kinds,
                                    today,
                                    tier.ordinal() == first
                                            ? query.after().subList(1, 5)
                                            : List.of(),
                                    query.limit()));
            for (Found hit : hits) {
                boolean fits = found.size() < query.limit();
                if (fits && there.add(hit.entry().key())) found.add(hit);
            }
            if (found.size() >= query.limit()) break;
        }
        return found.stream().map(hit -> explain.explain(hit, sought)).toList();
    }

    /** Tiers before of which some hits are on pages before; those of this page are known. */
    private static List<List<Clause>> unseen(Tier tier, long first, Sought sought) {
        if (first < 0) return List.of();
        return before(Tier.values()[(int) Math.min(tier.ordinal(), first + 1)], sought);
    }

    private static boolean hasHits(Tier tier, Sought sought) {
        return tier == Tier.PARTIAL
                ? !sought.pairs().isEmpty()
                : !sought.tiers().getOrDefault(tier, List.of()).isEmpty();
    }

    /** What the tiers before demand, without those that others of them include. */
    private static List<List<Clause>> before(Tier tier, Sought sought) {
        Collection<Tier> widest =
                switch (tier) {
                    case EXACT -> List.of();
                    case PREFIX -> List.of(Tier.EXACT);
                    case NAME -> List.of(Tier.EXACT, Tier.PREFIX);
                    case SYNONYM -> List.of(Tier.EXACT, Tier.PREFIX, Tier.NAME);
                    case ANYWHERE -> List.of(Tier.EXACT, Tier.PREFIX, Tier.NAME, Tier.SYNONYM);
                    case SOUND -> List.of(Tier.EXACT, Tier.PREFIX, Tier.ANYWHERE);
                    case PARTIAL -> List.of(Tier.EXACT, Tier.PREFIX, Tier.ANYWHERE, Tier.SOUND);
                };
        return widest.stream()
                .map(t -> sought.tiers().getOrDefault(t, List.of()))
                .filter(clauses -> !clauses.isEmpty())
                .toList();
    }

    private static List<RegionCode> path(@Nullable RegionCode region) {
        if (region == null) return List.of();
        List<RegionCode> path = new ArrayList<>(region.ancestors());
        if (!path.contains(RegionCode.NATION)) path.addFirst(RegionCode.NATION);
        return path;
    }

    /** What means the same as a part of the words, where someone is. */
    private Map<String, Set<String>> synonyms(List<String> words, List<RegionCode> path) {
        Set<String> candidates = Segment.candidates(words);
        List<RegionCode> where = path.isEmpty() ? List.of(RegionCode.NATION) : path;
        Map<String, Set<String>> same = new TreeMap<>();
        for (RegisterEntry entry : registers.naming(Register.SYNONYMS, candidates, where)) {
            if (!(entry.body() instanceof SynonymGroup(var group))) continue;
            for (String word : group) {
                same.computeIfAbsent(word, _ -> new TreeSet<>()).addAll(group);
            }
        }
        return same;
    }

    /** The sort keys of a hit, for the cursor. */
    public static List<String> keyset(Hit hit) {
        Found found = hit.found();
        return Arrays.asList(
                String.valueOf(found.tier().ordinal()),
                String.valueOf(found.score()),
                found.titleKey(),
                found.entry().kind().name(),
                found.entry().ref());
    }
}
