package org.oneseal.cases.handling;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/** Everything that speaks against a request, gathered before any of it is told. */
public final class Objections {

    /** Reasons and grounds of a refusal. */
    public static final String REASONS = "行政许可法 art. 38";

    private final List<Objection> found = new ArrayList<>();

    public Objections add(Objection objection) {
        found.add(objection);
        return this;
    }

    public Objections addAll(List<Objection> objections) {
        found.addAll(objections);
        return this;
    }

    /** Objects where a text that must be there is not, or is blank. */
    public Objections needed(
            @Nullable String value, String code, String pointer, @Nullable String ground) {
        if (value != null && !value.isBlank()) return this;
        Objection objection = of(code).at(pointer);
        return add(ground == null ? objection : objection.withGround(ground));
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public Outcome.Objected told() {
        return new Outcome.Objected(found);
    }
}
