package org.oneseal.supervision.warning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.objection.Objection;

/**
 * Why somebody does something to a card or to a rule (理由): short, and without a person's number,
 * for it goes into events and into history for ever.
 */
public final class Reasons {

    private static final int LONGEST = 250;

    private Reasons() {}

    /**
     * Everything that speaks against a reason.
     *
     * @param needed whether there has to be one
     */
    public static List<Objection> against(@Nullable String reason, boolean needed) {
        List<Objection> found = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            if (needed) found.add(Objection.of("card-reason-missing").at("/reason"));
            return found;
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            found.add(Objection.of("card-reason-too-long", LONGEST).at("/reason"));
        }
        if (CitizenNumber.isIn(reason)) {
            found.add(Objection.of("card-personal-number").at("/reason"));
        }
        return found;
    }
}
