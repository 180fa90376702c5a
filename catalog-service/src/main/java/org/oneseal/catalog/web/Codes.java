package org.oneseal.catalog.web;

import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;

/** Codes from addresses and parameters; what can't be a code names nothing. */
final class Codes {

    private Codes() {}

    static RegionCode region(String code) {
        if (!RegionCode.isValid(code)) throw new NotFound("region", code);
        return new RegionCode(code);
    }
}
