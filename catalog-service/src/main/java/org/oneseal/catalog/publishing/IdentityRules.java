package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.LocalCodes;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.objection.Objection;

/** Checks of what an item is: name, code, type, who applies, and by which law. */
final class IdentityRules {

    private IdentityRules() {}

    static Stream<Objection> name(Candidate c) {
        return when(c.content().name().isBlank(), () -> Objection.of("name-missing").at("/name"));
    }

    static Stream<Objection> code(Candidate c) {
        String text = c.item().code();
        if (!ImplementationCode.isValid(text)) {
            return Stream.of(Objection.of("implementation-code-invalid", text).at("/code"));
        }
        ImplementationCode code = new ImplementationCode(text);
        String matter = code.matter().value();
        Optional<BasicDirectory.Entry> entry = c.matters().find(matter, c.item().region());
        return Stream.of(
                        when(
                                !code.body().equals(c.department().uscc()),
                                () ->
                                        Objection.of(
                                                "code-of-other-body",
                                                code.body().value(),
                                                c.department().name())),
                        when(
                                code.exerciseLevel() != 9
                                        && code.exerciseLevel()
                                                != PublishRules.exerciseLevel(c.item().region()),
                                () ->
                                        Objection.of(
                                                "exercise-level-wrong",
                                                String.valueOf(code.exerciseLevel()))),
                        when(entry.isEmpty(), () -> Objection.of("basic-code-unknown", matter)),
                        when(
                                !code.matter().itemType().equals(c.content().itemType()),
                                () ->
                                        Objection.of(
                                                "item-type-not-of-code",
                                                c.content().itemType(),
                                                code.matter().itemType())))
                .flatMap(Function.identity())
                .map(o -> o.at("/code"));
    }

    /** Older systems know an item by what the province calls it, so it must be called rightly. */
    static Stream<Objection> localCodes(Candidate c) {
        LocalCodes codes = c.content().localCodes();
        return c.schemes().stream()
                .flatMap(
                        scheme ->
                                switch (scheme.layer()) {
                                    case MATTER ->
                                            keeps(scheme, codes == null ? null : codes.matter())
                                                    .map(o -> o.at("/localCodes/matter"));
                                    case ITEM ->
                                            keeps(scheme, codes == null ? null : codes.item())
                                                    .map(o -> o.at("/localCodes/item"));
                                });
    }

    private static Stream<Objection> keeps(CodeScheme scheme, @Nullable String code) {
        if (code == null) {
            return when(
                    scheme.required(),
                    () -> grounded(Objection.of("local-code-missing", scheme.name()), scheme));
        }
        return when(
                !code.matches(scheme.pattern()),
                () -> grounded(Objection.of("local-code-invalid", code, scheme.name()), scheme));
    }

    private static Objection grounded(Objection objection, CodeScheme scheme) {
        String ground = scheme.ground();
        return ground == null ? objection : objection.withGround(ground);
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
