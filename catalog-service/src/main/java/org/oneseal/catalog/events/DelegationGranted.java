package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items go to another body; days are ISO days of Asia/Shanghai.
 *
 * @param to code of the receiving department
 * @param ownName whether the receiver decides in its own name
 * @param takeoverNeeded whether it counts only from a takeover on
 * @param validTo first day it no longer counts, null for no end
 */
public record DelegationGranted(
        String delegation,
        String kind,
        String to,
        String toName,
        String toUscc,
        String toRegion,
        String area,
        boolean ownName,
        boolean takeoverNeeded,
        String validFrom,
        @Nullable String validTo,
        @Nullable String ground,
        @Nullable Letter letter,
        List<Line> items)
        implements CatalogEvent {

    public record Letter(String number, String issuedBy, String signedOn, String digest) {}

    /** An item and the department that hands it on. */
    public record Line(String itemCode, String from) {}

    @Override
    public String type() {
        return "catalog.delegation-granted";
    }
}
