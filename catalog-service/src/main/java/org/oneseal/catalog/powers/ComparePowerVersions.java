package org.oneseal.catalog.powers;

import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import org.springframework.stereotype.Component;

/** Says what differs between two versions of a power, or between the last one and the draft. */
@Component
public class ComparePowerVersions {

    private final PowerDigests digests;

    ComparePowerVersions(PowerDigests digests) {
        this.digests = digests;
    }

    /** Field by field; empty where the power has no such version. */
    public Optional<List<Difference>> compare(Power power, int from, int to) {
        return power.numbered(from)
                .flatMap(
                        before ->
                                power.numbered(to).map(after -> between(before, after.content())));
    }

    /** What publishing the draft would change; empty without a draft or a published version. */
    public Optional<List<Difference>> compareDraft(Power power) {
        Power.Draft draft = power.draft();
        if (draft == null) return Optional.empty();
        return power.latest().map(last -> between(last, draft.content()));
    }

    private List<Difference> between(PowerVersion before, PowerContent after) {
        return Differences.between(digests.tree(before.content()), digests.tree(after));
    }
}
