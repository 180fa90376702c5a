package org.oneseal.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Problems;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook;
import org.oneseal.supervision.measuring.FigureBook.Dimension;
import org.oneseal.supervision.measuring.Figures;
import org.oneseal.supervision.measuring.Indicator;
import org.oneseal.supervision.measuring.League;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indicators of a region over a period, by any grouping, and ranked. */
@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorsApi {

    private static final int MOST_DIMENSIONS = 3;
    private static final int MOST_GROUPS = 10_000;
    private static final Set<Counter> ALL = EnumSet.allOf(Counter.class);

    private final FigureBook book;
    private final Problems problems;

    IndicatorsApi(FigureBook book, Problems problems) {
        this.book = book;
        this.problems = problems;
    }

    /**
     * @param groupBy the dimensions, joined by commas; none for one group of all
     * @param groups one a key that has sums; the parts of a key are joined by commas
     */
    record IndicatorsView(
            String region, LocalDate from, LocalDate to, String groupBy, List<Group> groups) {

        record Group(String key, Figures figures) {}
    }

    /**
     * @param places the best first; who has no figure comes last and has no rank
     */
    record LeagueView(
            String region,
            LocalDate from,
            LocalDate to,
            String by,
            String indicator,
            List<League.Place> places) {}

    /** Sums and indicators by none to three of day, month, province, city, county, region, … */
    @GetMapping
    ResponseEntity<?> indicators(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "none") String groupBy,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String channel) {
        List<Objection> objections = new ArrayList<>();
        List<Dimension> by = dimensions(groupBy, objections);
        Period period = Period.of(caller, region, from, to, objections);
        if (period == null) return problems.badRequest(objections);
        List<FigureBook.Group> groups =
                book.groups(period.question(by, ALL, department, item, channel), MOST_GROUPS);
        if (groups.size() > MOST_GROUPS) return tooMany();
        return ResponseEntity.ok(
                new IndicatorsView(
                        period.region().value(),
                        from,
                        to,
                        groupBy,
                        groups.stream()
                                .map(
                                        g ->
                                                new IndicatorsView.Group(
                                                        String.join(",", g.key()),
                                                        Figures.of(g.sums())))
                                .toList()));
    }

    /** Who is best: groups ranked by one indicator. */
    @GetMapping("/league")
    ResponseEntity<?> league(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String by,
            @RequestParam String indicator) {
        List<Objection> objections = new ArrayList<>();
        List<Dimension> dimensions = dimensions(by, objections);
        Indicator ranked = Indicator.named(indicator).orElse(null);
        if (ranked == null) {
            String known =
                    Stream.of(Indicator.values())
                            .map(Indicator::word)
                            .collect(Collectors.joining(", "));
            objections.add(Objection.of("indicator-unknown", indicator, known).at("/indicator"));
        }
        Period period = Period.of(caller, region, from, to, objections);
        if (period == null || ranked == null) return problems.badRequest(objections);
        List<FigureBook.Group> groups =
                book.groups(
                        period.question(dimensions, ranked.counters(), null, null, null),
                        MOST_GROUPS);
        if (groups.size() > MOST_GROUPS) return tooMany();
        return ResponseEntity.ok(
                new LeagueView(
                        period.region().value(),
                        from,
                        to,
                        by,
                        indicator,
                        League.of(groups, ranked)));
    }

    private ResponseEntity<?> tooMany() {
        return problems.unprocessable(List.of(Objection.of("groups-too-many", MOST_GROUPS)));
    }

    private static List<Dimension> dimensions(String names, List<Objection> objections) {
        if (names.equals("none")) return List.of();
        Set<Dimension> found = EnumSet.noneOf(Dimension.class);
        List<Dimension> inOrder = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            Dimension dimension =
                    Stream.of(Dimension.values())
                            .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(name))
                            .findFirst()
                            .orElse(null);
            if (dimension == null || !found.add(dimension)) {
                objections.add(Objection.of("grouping-unknown", names).at("/groupBy"));
                return List.of();
            }
            inOrder.add(dimension);
        }
        if (inOrder.size() > MOST_DIMENSIONS) {
            objections.add(Objection.of("grouping-too-deep", MOST_DIMENSIONS).at("/groupBy"));
        }
        return inOrder;
    }
}
