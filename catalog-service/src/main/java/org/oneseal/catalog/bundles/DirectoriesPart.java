package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.oneseal.catalog.registers.Register;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The directories that items are checked against: basic matters and intermediary services. */
@Component
class DirectoriesPart implements BundlePart {

    static final Set<Register> REGISTERS =
            Set.of(Register.BASIC_DIRECTORY, Register.INTERMEDIARY_SERVICES);

    private final RegistersPart entries;

    DirectoriesPart(RegistersPart entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "directories";
    }

    /** Before the items that are checked against them. */
    @Override
    public int rank() {
        return 1;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        return entries.lines(REGISTERS, region);
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return entries.take(name(), lines, region, actor, now);
    }
}
