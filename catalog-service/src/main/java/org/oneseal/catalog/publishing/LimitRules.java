package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.function.Function;
import java.util.stream.Stream;
import org.oneseal.catalog.items.CaseKind;
import org.oneseal.catalog.items.DeemedAcceptance;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;

/** Checks of every limit against the law and against each other. */
final class LimitRules {

    private LimitRules() {}

    static Stream<Objection> statute(Candidate c) {
        TimeLimit legal = c.content().legalLimit();
        return when(
                c.content().licence() && (legal == null || legal.amount() == 0),
                () -> Objection.of("statute-missing").at("/legalLimit"));
    }

    static Stream<Objection> promise(Candidate c) {
        ItemContent content = c.content();
        TimeLimit promised = content.promisedLimit();
        if (promised == null) {
            return Stream.of(Objection.of("promise-missing").at("/promisedLimit"));
        }
        TimeLimit legal = content.legalLimit();
        int most = c.parameters().immediatePromiseMaximumWorkingDays();
        boolean immediate = content.caseKind() == CaseKind.IMMEDIATE;
        return Stream.of(
                        legal == null
                                ? Stream.<Objection>empty()
                                : when(
                                        legal.amount() > 0 && !c.units().isWithin(promised, legal),
                                        () ->
                                                Objection.of(
                                                        "promise-exceeds-statute",
                                                        text(promised),
                                                        text(legal))),
                        when(
                                immediate
                                        && promised.amount() > 0
                                        && (promised.unit() != LimitUnit.WORKING_DAY
                                                || promised.amount() > most),
                                () ->
                                        Objection.of(
                                                "immediate-promise-too-long",
                                                text(promised),
                                                String.valueOf(most))),
                        when(
                                !immediate && promised.amount() == 0,
                                () -> Objection.of("promised-kind-without-time")))
                .flatMap(Function.identity())
                .map(o -> o.at("/promisedLimit"));
    }

    static Stream<Objection> extension(Candidate c) {
        TimeLimit extension = c.content().extensionMaximum();
        if (extension == null) {
            return when(
                    c.content().extensionMovesPromise() != null,
                    () ->
                            Objection.of("promise-moved-by-no-extension")
                                    .at("/extensionMovesPromise"));
        }
        if (!c.content().licence()) return Stream.empty();
        int most =
                c.content().jointHandling()
                        ? c.parameters().jointExtensionMaximumWorkingDays()
                        : c.parameters().licenceExtensionMaximumWorkingDays();
        return when(
                !c.units().isWithin(extension, TimeLimit.workingDays(most)),
                () ->
                        Objection.of("extension-exceeds-law", text(extension), String.valueOf(most))
                                .at("/extensionMaximum"));
    }

    static Stream<Objection> deemedAcceptance(Candidate c) {
        DeemedAcceptance deemed = c.content().deemedAcceptance();
        int days = c.parameters().deemedAcceptanceWorkingDays();
        if (deemed == null) {
            return when(
                    c.content().licence(),
                    () ->
                            Objection.of("deemed-acceptance-missing", String.valueOf(days))
                                    .at("/deemedAcceptance"));
        }
        return Stream.concat(
                when(
                        c.content().licence()
                                && !c.units().isWithin(deemed.limit(), TimeLimit.workingDays(days)),
                        () ->
                                Objection.of(
                                                "deemed-acceptance-too-late",
                                                text(deemed.limit()),
                                                String.valueOf(days))
                                        .at("/deemedAcceptance/limit")),
                when(
                        deemed.legalGround().isBlank(),
                        () ->
                                Objection.of("deemed-acceptance-without-ground")
                                        .at("/deemedAcceptance/legalGround")));
    }

    private static String text(TimeLimit limit) {
        return limit.amount() + " " + limit.unit();
    }
}
