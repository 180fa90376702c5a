package org.oneseal.credit.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.objection.Objection;

/** Looks for what must not be in a text that is kept or published: citizen numbers in clear. */
final class PublicTexts {

    private final List<Objection> objections = new ArrayList<>();

    PublicTexts check(String pointer, @Nullable String text) {
        if (text != null && holdsNumber(text)) {
            objections.add(Objection.of("personal-number-in-text").at(pointer));
        }
        return this;
    }

    static boolean holdsNumber(String text) {
        return CitizenNumber.isIn(text);
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }
}
