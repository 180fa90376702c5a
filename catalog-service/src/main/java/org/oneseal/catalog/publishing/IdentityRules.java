package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.stream.Stream;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;

/** Checks of what an item is: name, code, type, who applies, and by which law. */
final class IdentityRules {

    private IdentityRules() {}

    static Stream<Objection> name(Candidate c) {
        return when(c.content().name().isBlank(), () -> Objection.of("name-missing").at("/name"));
    }

    static Stream<Objection> code(Candidate c) {
        return CodeChecks.code(
                c.item().code(),
                c.item().region(),
                c.department(),
                c.content().itemType(),
                c.matters());
    }

    static Stream<Objection> localCodes(Candidate c) {
        return CodeChecks.localCodes(c.content().localCodes(), c.schemes());
    }

    static Stream<Objection> itemType(Candidate c) {
        String type = c.content().itemType();
        return when(
                !c.parameters().onApplicationTypes().contains(type),
                () -> Objection.of("item-type-not-on-application", type).at("/itemType"));
    }

    static Stream<Objection> objects(Candidate c) {
        return when(
                c.content().serviceObjects().isEmpty(),
                () -> Objection.of("service-object-missing").at("/serviceObjects"));
    }

    static Stream<Objection> legalBasis(Candidate c) {
        return when(
                c.content().licence() && c.content().legalBasis().isBlank(),
                () -> Objection.of("legal-basis-missing").at("/legalBasis"));
    }
}
