package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Takes a bundle over, whole or not at all. A trial does everything and then leaves nothing behind,
 * so that it says exactly what would happen.
 */
@Component
public class TakeBundle {

    private final List<BundlePart> parts;
    private final TransactionTemplate transactions;

    TakeBundle(List<BundlePart> parts, TransactionTemplate transactions) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(BundlePart::rank)).toList();
        this.transactions = transactions;
    }

    /** What would change; nothing does. */
    public BundleReport tryOut(Bundle bundle, Actor actor, Instant now) {
        return transactions.execute(
                status -> {
                    status.setRollbackOnly();
                    return lines(bundle, actor, now);
                });
    }

    /** Takes it over unless a line is refused: then the transaction is to be rolled back. */
    public BundleReport take(Bundle bundle, Actor actor, Instant now) {
        return transactions.execute(
                status -> {
                    BundleReport report = lines(bundle, actor, now);
                    if (report.count(Result.REFUSED) > 0) status.setRollbackOnly();
                    return report;
                });
    }

    private BundleReport lines(Bundle bundle, Actor actor, Instant now) {
        RegionCode region = new RegionCode(bundle.manifest().region());
        List<BundleLine> lines = new ArrayList<>();
        for (BundlePart part : parts) {
            List<JsonNode> of = bundle.parts().getOrDefault(part.name(), List.of());
            try {
                lines.addAll(part.take(of, region, actor, now));
            } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
                lines.add(
                        BundleLine.refused(
                                part.name(),
                                "",
                                "",
                                List.of(Objection.of("bundle-lines-not-understood", part.name()))));
            }
        }
        return new BundleReport(lines);
    }
}
