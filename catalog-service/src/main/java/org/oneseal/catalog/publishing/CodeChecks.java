package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.LocalCodes;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/** Checks of the codes under which a body keeps something, be it an item or a power. */
public final class CodeChecks {

    private CodeChecks() {}

    /**
     * What stands against an implementation code.
     *
     * @param region of the body
     * @param itemType that the content says
     */
    public static Stream<Objection> code(
            String text,
            RegionCode region,
            Department department,
            String itemType,
            BasicDirectory matters) {
        if (!ImplementationCode.isValid(text)) {
            return Stream.of(Objection.of("implementation-code-invalid", text).at("/code"));
        }
        ImplementationCode code = new ImplementationCode(text);
        String matter = code.matter().value();
        Optional<BasicDirectory.Entry> entry = matters.find(matter, region);
        return Stream.of(
                        when(
                                !code.body().equals(department.uscc()),
                                () ->
                                        Objection.of(
                                                "code-of-other-body",
                                                code.body().value(),
                                                department.name())),
                        when(
                                code.exerciseLevel() != 9
                                        && code.exerciseLevel()
                                                != PublishRules.exerciseLevel(region),
                                () ->
                                        Objection.of(
                                                "exercise-level-wrong",
                                                String.valueOf(code.exerciseLevel()))),
                        when(entry.isEmpty(), () -> Objection.of("basic-code-unknown", matter)),
                        when(
                                !code.matter().itemType().equals(itemType),
                                () ->
                                        Objection.of(
                                                "item-type-not-of-code",
                                                itemType,
                                                code.matter().itemType())))
                .flatMap(Function.identity())
                .map(o -> o.at("/code"));
    }

    /** Older systems know a thing by what the province calls it, so it must be called rightly. */
    public static Stream<Objection> localCodes(
            @Nullable LocalCodes codes, List<CodeScheme> schemes) {
        return schemes.stream()
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
}
