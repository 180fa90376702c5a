package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.each;
import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Convenience;
import org.oneseal.catalog.items.FormFile;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.items.ServiceGuide;
import org.oneseal.catalog.items.ServiceGuide.Depth;
import org.oneseal.catalog.items.ServiceGuide.Mode;
import org.oneseal.catalog.items.ServiceGuide.Reach;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;

/** Checks of how one applies: what the guide must say, and what cannot be true at once. */
final class GuideRules {

    private static final Pattern DIGEST = Pattern.compile("(SM3|SHA-256):[0-9a-f]{64}");

    /** They change how long or how well somebody is served who comes. */
    private static final Set<Convenience> AT_A_WINDOW =
            EnumSet.of(
                    Convenience.AFTER_HOURS,
                    Convenience.STAGGERED_HOURS,
                    Convenience.GREEN_CHANNEL);

    private GuideRules() {}

    static Stream<Objection> authority(Candidate c) {
        return AuthorityChecks.objections(c.content().authority());
    }

    /** Which elements must be there is data: a province may ask for more or less. */
    static Stream<Objection> required(Candidate c) {
        return c.parameters().requiredElements().stream()
                .filter(element -> missing(c.content(), element))
                .map(element -> Objection.of("element-missing", element).at(pointer(element)));
    }

    private static boolean missing(ItemContent content, String element) {
        if (element.equals("authority")) return content.authority() == null;
        ServiceGuide guide = content.guide();
        if (guide == null) return true;
        return switch (element) {
            case "modes" -> guide.modes().isEmpty();
            case "conditions" -> guide.conditions().isBlank();
            case "venues" -> guide.venues().isEmpty();
            case "consultation" -> guide.consultation().isBlank();
            case "complaints" -> guide.complaints().isBlank();
            default -> throw new IllegalStateException("no such element " + element);
        };
    }

    private static String pointer(String element) {
        return element.equals("authority") ? "/authority" : "/guide/" + element;
    }

    static Stream<Objection> online(Candidate c) {
        ServiceGuide guide = c.content().guide();
        if (guide == null) return Stream.empty();
        boolean fully = guide.reaches().contains(Reach.FULLY_ONLINE);
        boolean handled = guide.onlineDepth().contains(Depth.HANDLING);
        boolean online = guide.modes().contains(Mode.ONLINE);
        return Stream.of(
                        when(
                                fully && guide.trips() > 0,
                                () ->
                                        Objection.of(
                                                        "fully-online-with-trips",
                                                        String.valueOf(guide.trips()))
                                                .at("/guide/trips")),
                        when(
                                fully && !handled,
                                () ->
                                        Objection.of("fully-online-without-depth")
                                                .at("/guide/onlineDepth")),
                        when(
                                !fully && guide.trips() == 0 && handled,
                                () -> Objection.of("fully-online-not-said").at("/guide/reaches")),
                        when(
                                !guide.onlineDepth().isEmpty() && !online,
                                () -> Objection.of("depth-without-online").at("/guide/modes")),
                        when(
                                online && blank(guide.url()),
                                () -> Objection.of("online-without-url").at("/guide/url")),
                        when(
                                guide.onlinePayment() && c.content().fees().isEmpty(),
                                () ->
                                        Objection.of("payment-without-fee")
                                                .at("/guide/onlinePayment")))
                .flatMap(Function.identity());
    }

    /** What hangs on a window is offered where there is one; what follows is not said again. */
    static Stream<Objection> conveniences(Candidate c) {
        ServiceGuide guide = c.content().guide();
        if (guide == null) return Stream.empty();
        List<Convenience> said = guide.conveniences();
        return each(
                "/guide/conveniences",
                said.size(),
                i ->
                        Stream.concat(
                                when(
                                        said.get(i).follows(),
                                        () ->
                                                Objection.of(
                                                        "convenience-follows", said.get(i).name())),
                                when(
                                        AT_A_WINDOW.contains(said.get(i))
                                                && !guide.modes().contains(Mode.WINDOW),
                                        () ->
                                                Objection.of(
                                                        "convenience-without-window",
                                                        said.get(i).name()))));
    }

    /** Whoever does not go online may come, unless something says that it is online alone. */
    static Stream<Objection> offline(Candidate c) {
        ServiceGuide guide = c.content().guide();
        return when(
                guide != null
                        && List.of(Mode.ONLINE).equals(guide.modes())
                        && blank(guide.onlineOnlyGround()),
                () -> Objection.of("offline-choice-missing").at("/guide/modes"));
    }

    static Stream<Objection> trips(Candidate c) {
        ServiceGuide guide = c.content().guide();
        if (guide == null) return Stream.empty();
        int most = c.parameters().mostTrips();
        return Stream.of(
                        when(
                                guide.trips() > most,
                                () ->
                                        Objection.of(
                                                        "too-many-trips",
                                                        String.valueOf(guide.trips()),
                                                        String.valueOf(most))
                                                .at("/guide/trips")),
                        when(
                                guide.trips() > 0 && blank(guide.tripReason()),
                                () -> Objection.of("trip-without-reason").at("/guide/tripReason")))
                .flatMap(Function.identity());
    }

    static Stream<Objection> flags(Candidate c) {
        ItemContent content = c.content();
        boolean asked =
                content.materials().stream()
                        .anyMatch(
                                m ->
                                        m.source() == Material.Source.APPLICANT
                                                && m.necessity() == Material.Necessity.REQUIRED);
        boolean unasked = content.unasked() != null;
        return Stream.of(
                        when(
                                content.filing() != null && content.licence(),
                                () -> Objection.of("filing-is-no-licence").at("/filing")),
                        when(
                                unasked && content.licence(),
                                () ->
                                        Objection.of("licence-needs-application")
                                                .withGround("行政许可法第二十九条")
                                                .at("/unasked")),
                        when(
                                unasked && asked,
                                () -> Objection.of("unasked-with-materials").at("/unasked")))
                .flatMap(Function.identity());
    }

    static Stream<Objection> files(Candidate c) {
        List<Material> materials = c.content().materials();
        List<ItemResult> results = c.content().results();
        return Stream.concat(
                each(
                        "/materials",
                        materials.size(),
                        i ->
                                Stream.concat(
                                        file(materials.get(i).blankForm()),
                                        file(materials.get(i).sample()))),
                each("/results", results.size(), i -> file(results.get(i).sample())));
    }

    private static Stream<Objection> file(@Nullable FormFile file) {
        return when(
                file != null && !DIGEST.matcher(file.digest()).matches(),
                () -> Objection.of("file-digest-invalid", file == null ? "" : file.name()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
