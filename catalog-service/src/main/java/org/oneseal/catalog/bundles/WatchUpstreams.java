package org.oneseal.catalog.bundles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.bundles.UpstreamReport.State;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.Items;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;

/** Looks at the upper levels' lists and reports what differs, once for each state of a list. */
@Component
public class WatchUpstreams {

    private static final Actor WATCH = Actor.system("upstream-watch");

    private final Upstreams upstreams;
    private final UpstreamReports reports;
    private final ReadBundle read;
    private final TakeBundle take;
    private final Items items;
    private final Ids ids;

    WatchUpstreams(
            Upstreams upstreams,
            UpstreamReports reports,
            ReadBundle read,
            TakeBundle take,
            Items items,
            Ids ids) {
        this.upstreams = upstreams;
        this.reports = reports;
        this.read = read;
        this.take = take;
        this.items = items;
        this.ids = ids;
    }

    /** Looks at all; returns how many new reports there are. */
    public int look(Instant now) {
        int found = 0;
        for (Upstream upstream : upstreams.all()) if (look(upstream, now)) found++;
        return found;
    }

    private boolean look(Upstream upstream, Instant now) {
        return switch (upstreams.fetch(upstream)) {
            case Upstreams.Fetched.Failed(var reason) -> failed(upstream, reason, now);
            case Upstreams.Fetched.Got(var text) ->
                    switch (read.read(text)) {
                        case BundleReading.Refused(var objections) ->
                                failed(upstream, codes(objections), now);
                        case BundleReading.Read(var bundle) -> read(upstream, bundle, text, now);
                    };
        };
    }

    private boolean read(Upstream upstream, Bundle bundle, String text, Instant now) {
        if (!bundle.manifest().region().equals(upstream.region().value())) {
            return failed(upstream, "bundle of " + bundle.manifest().region(), now);
        }
        reports.looked(upstream.name(), now, null);
        String content = content(bundle);
        Optional<UpstreamReport> last = reports.last(upstream.name());
        if (last.isPresent() && last.get().content().equals(content)) return false;
        List<BundleLine> lines = new ArrayList<>();
        for (BundleLine line : take.tryOut(bundle, WATCH, now).lines()) {
            if (line.result() != Result.SAME) lines.add(line);
        }
        lines.addAll(gone(upstream, bundle));
        if (lines.isEmpty()) return false;
        return reports.add(
                new UpstreamReport(
                        ids.next(upstream.region()),
                        upstream.name(),
                        upstream.region(),
                        now,
                        content,
                        State.OPEN,
                        lines,
                        null,
                        null,
                        null),
                text,
                last.map(UpstreamReport::id).orElse(""));
    }

    /** Items that are published here and that the upper level's list no longer has. */
    private List<BundleLine> gone(Upstream upstream, Bundle bundle) {
        Set<String> there = new HashSet<>();
        bundle.parts()
                .getOrDefault("items", List.of())
                .forEach(line -> there.add(line.path("code").asString("")));
        List<BundleLine> gone = new ArrayList<>();
        for (String code : items.publishedWithin(upstream.region())) {
            if (there.contains(code)) continue;
            Item item = items.find(code).orElseThrow();
            if (item.status() == ItemStatus.CANCELLED) continue;
            gone.add(
                    BundleLine.of(
                            "items",
                            code,
                            item.latest().map(v -> v.content().name()).orElse(""),
                            Result.GONE));
        }
        return gone;
    }

    private static String content(Bundle bundle) {
        String parts =
                bundle.manifest().parts().stream()
                        .map(part -> part.name() + part.digest())
                        .collect(Collectors.joining("\n"));
        return Digest.of("SHA-256", parts.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private boolean failed(Upstream upstream, String reason, Instant now) {
        reports.looked(upstream.name(), now, reason);
        return false;
    }

    private static String codes(List<Objection> objections) {
        return objections.stream().map(Objection::code).collect(Collectors.joining(", "));
    }
}
