package org.oneseal.cases.filing;

import java.time.Duration;
import java.time.Instant;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.platform.region.RegionCode;

/** Gives up the drafts that nobody touched for as long as the region of their item keeps them. */
public final class ForgetDrafts {

    private final Drafts drafts;
    private final ItemVersions items;
    private final OfficeRules rules;

    public ForgetDrafts(Drafts drafts, ItemVersions items, OfficeRules rules) {
        this.drafts = drafts;
        this.items = items;
        this.rules = rules;
    }

    /** Returns how many are gone. */
    public int forget(Instant now) {
        int gone = 0;
        for (String item : drafts.items()) {
            gone += drafts.forget(item, now.minus(kept(item, now)));
        }
        return gone;
    }

    private Duration kept(String item, Instant now) {
        RegionCode region =
                items.latest(item, Case.dayOf(now))
                        .map(found -> new RegionCode(found.region()))
                        .orElse(RegionCode.NATION);
        return Duration.ofDays(
                rules.inForce(region, OfficeRule.Kind.DRAFT_KEPT, Case.dayOf(now)).amount());
    }
}
