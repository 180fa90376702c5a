package org.oneseal.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * The words for a kind of message in a region and below it, for a time (模板). Words never change:
 * new words are a new template, so that what was sent can be explained.
 *
 * @param state only published words are used; a draft may still change
 * @param effectiveTo first instant at which it is no longer used, null means without end
 */
public record Template(
        String id,
        Chain chain,
        State state,
        MessageKind kind,
        RegionCode region,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        Text chinese,
        Text english) {

    /** Published words never change but for their end. */
    public enum State {
        DRAFT,
        PUBLISHED
    }

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_BODY = 2000;

    /** Every reason why this may not be saved now. */
    List<Objection> objections(Instant now) {
        List<Objection> objections = new ArrayList<>();
        check("/titleZh", chinese.title(), LONGEST_TITLE, objections);
        check("/bodyZh", chinese.body(), LONGEST_BODY, objections);
        check("/titleEn", english.title(), LONGEST_TITLE, objections);
        check("/bodyEn", english.body(), LONGEST_BODY, objections);
        if (effectiveFrom.isBefore(now)) {
            objections.add(Objection.of("template-retroactive").at("/effectiveFrom"));
        }
        if (effectiveTo != null && !effectiveTo.isAfter(effectiveFrom)) {
            objections.add(Objection.of("template-interval-empty").at("/effectiveTo"));
        }
        return objections;
    }

    private void check(String at, String text, int longest, List<Objection> objections) {
        if (text.isBlank()) objections.add(Objection.of("template-text-missing").at(at));
        if (text.length() > longest) {
            objections.add(Objection.of("template-text-too-long", longest).at(at));
        }
        if (Wording.hasStrayBraces(text)) {
            objections.add(Objection.of("template-braces").at(at));
        }
        for (String name : Wording.names(text)) {
            if (!kind.variables().contains(name)) {
                objections.add(
                        Objection.of(
                                        "template-variable-unknown",
                                        name,
                                        String.join(", ", new TreeSet<>(kind.variables())))
                                .at(at));
            }
        }
        if (PersonalNumbers.isIn(text)) {
            objections.add(Objection.of("template-personal-number").at(at));
        }
    }

    boolean inForce(Instant at) {
        return state == State.PUBLISHED
                && !effectiveFrom.isAfter(at)
                && (effectiveTo == null || effectiveTo.isAfter(at));
    }

    /** The words to use: those of the nearest region, of several the newest. */
    static Optional<Template> choose(
            List<Template> templates, MessageKind kind, RegionCode region, Instant at) {
        return templates.stream()
                .filter(t -> t.kind == kind && t.region.contains(region) && t.inForce(at))
                .max(
                        Comparator.comparing((Template t) -> t.region.level())
                                .thenComparing(Template::effectiveFrom)
                                .thenComparing(Template::id));
    }

    Text chinese(Map<String, String> values) {
        return filled(chinese, values);
    }

    Text english(Map<String, String> values) {
        return filled(english, values);
    }

    private static Text filled(Text text, Map<String, String> values) {
        return new Text(Wording.fill(text.title(), values), Wording.fill(text.body(), values));
    }

    /** The words in force for an occasion, filled in; empty where there are none. */
    public static Optional<Text> words(
            List<Template> templates,
            MessageKind kind,
            RegionCode region,
            Instant at,
            Map<String, String> values,
            boolean inEnglish) {
        return choose(templates, kind, region, at)
                .map(t -> inEnglish ? t.english(values) : t.chinese(values));
    }

    Template at(Chain next) {
        return with(next, state, effectiveTo);
    }

    Template endingAt(Instant end) {
        return with(chain, state, end);
    }

    Template published() {
        return with(chain, State.PUBLISHED, effectiveTo);
    }

    private Template with(Chain next, State nextState, @Nullable Instant end) {
        return new Template(
                id, next, nextState, kind, region, effectiveFrom, end, chinese, english);
    }
}
