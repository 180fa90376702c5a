package org.oneseal.market.persistence;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.platform.region.RegionCode;

/** The regions whose rules a region inherits, from the nation down to itself, as SQL wants them. */
record RegionPath(List<String> codes) {

    static RegionPath of(RegionCode region) {
        List<String> codes = new ArrayList<>();
        codes.add(RegionCode.NATION.value());
        region.ancestors().forEach(ancestor -> codes.add(ancestor.value()));
        return new RegionPath(codes);
    }

    /** As a literal of a text array. */
    String array() {
        return "{" + String.join(",", codes) + "}";
    }
}
