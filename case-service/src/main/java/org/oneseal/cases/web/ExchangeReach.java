package org.oneseal.cases.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.SourceOnFile;
import org.oneseal.cases.exchange.Sources;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Which sources a caller may know of: a system its own, people those of their region or office. */
@Component
class ExchangeReach {

    private static final Role[] READERS = {
        Role.PLATFORM_OPERATOR, Role.SUPERVISOR, Role.AUDITOR, Role.DEPARTMENT_SYSTEM
    };

    private final Sources sources;

    ExchangeReach(Sources sources) {
        this.sources = sources;
    }

    List<SourceOnFile> visible(Caller caller) {
        caller.require(READERS);
        return sources.all().stream().filter(s -> sees(caller, s.value())).toList();
    }

    SourceOnFile one(Caller caller, String code) {
        caller.require(READERS);
        return Optional.of(code)
                .filter(Source::isCode)
                .flatMap(sources::find)
                .filter(s -> sees(caller, s.value()))
                .orElseThrow(() -> new NotFound("source", code));
    }

    /** The codes to query for: the named one, or all that the caller may see. */
    List<String> codes(Caller caller, @Nullable String code) {
        return code == null
                ? visible(caller).stream().map(s -> s.value().code()).toList()
                : List.of(one(caller, code).value().code());
    }

    private static boolean sees(Caller caller, Source source) {
        if (caller.has(Role.DEPARTMENT_SYSTEM)) return caller.client().equals(source.clientId());
        return switch (Scope.of(caller)) {
            case Scope.Everywhere _ -> true;
            case Scope.WithinRegion(var region) -> region.contains(source.region());
            case Scope.OfDepartment _, Scope.OfParty _, Scope.Nothing _ -> false;
        };
    }
}
