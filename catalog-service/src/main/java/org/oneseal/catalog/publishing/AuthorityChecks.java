package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Authority;
import org.oneseal.platform.objection.Objection;

/** Checks of by what power a body acts: whoever is entrusted says by whom (委托部门). */
public final class AuthorityChecks {

    private AuthorityChecks() {}

    /** What stands against it; nothing where none is told. */
    public static Stream<Objection> objections(@Nullable Authority authority) {
        if (authority == null) return Stream.empty();
        String by = authority.entrustedBy();
        boolean named = by != null && !by.isBlank();
        return Stream.concat(
                        when(
                                authority.entrusted() && !named,
                                () -> Objection.of("entrusting-body-missing")),
                        when(
                                !authority.entrusted() && named,
                                () ->
                                        Objection.of(
                                                "entrusting-body-not-needed", String.valueOf(by))))
                .map(o -> o.at("/authority/entrustedBy"));
    }
}
