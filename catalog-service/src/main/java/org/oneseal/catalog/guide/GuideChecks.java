package org.oneseal.catalog.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Conditions.Reader;
import org.oneseal.catalog.guide.Conditions.Reading;
import org.oneseal.platform.objection.Objection;

/**
 * Everything that may be wrong with a guide, told at once, each with the place in the guide and
 * inside a condition.
 */
public final class GuideChecks {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Guide guide;
    private final GuideSubject subject;
    private final GuideLimits limits;
    private final Conditions conditions;
    private final Reader reader;
    private final List<Objection> found = new ArrayList<>();
    private final Map<String, Set<String>> asks = new HashMap<>();

    private GuideChecks(
            Guide guide, GuideSubject subject, GuideLimits limits, Conditions conditions) {
        this.guide = guide;
        this.subject = subject;
        this.limits = limits;
        this.conditions = conditions;
        this.reader = conditions.over(usable(guide, conditions));
    }

    public static List<Objection> objections(
            Guide guide, GuideSubject subject, GuideLimits limits, Conditions conditions) {
        GuideChecks checks = new GuideChecks(guide, subject, limits, conditions);
        if (checks.tooLarge()) return checks.found;
        checks.questions();
        checks.circles();
        checks.variants();
        checks.determinations();
        return List.copyOf(checks.found);
    }

    private boolean tooLarge() {
        atMost("/questions", guide.questions().size(), limits.mostQuestions());
        atMost("/variants", guide.variants().size(), limits.mostVariants());
        atMost("/determinations", guide.determinations().size(), limits.mostDeterminations());
        for (int i = 0; i < guide.questions().size(); i++) {
            atMost(
                    "/questions/" + i + "/options",
                    guide.questions().get(i).options().size(),
                    limits.mostOptions());
        }
        return !found.isEmpty();
    }

    private void atMost(String place, int size, int most) {
        if (size > most) {
            found.add(
                    Objection.of("guide-too-large", String.valueOf(size), String.valueOf(most))
                            .at(place));
        }
    }

    private void questions() {
        codes("/questions", guide.questions().stream().map(Question::code).toList());
        for (int i = 0; i < guide.questions().size(); i++) {
            Question question = guide.questions().get(i);
            String place = "/questions/" + i;
            if (!conditions.mayName(question.code())) {
                found.add(Objection.of("guide-code-reserved", question.code()).at(place + "/code"));
            }
            wording(place + "/text", question.text());
            options(place, question);
            String when = question.when();
            if (when == null) continue;
            Set<String> later =
                    guide.questions().subList(i, guide.questions().size()).stream()
                            .map(Question::code)
                            .collect(Collectors.toSet());
            Set<String> named = read(place + "/when", when, later);
            asks.put(question.code(), named);
        }
    }

    /** Questions whose code can stand in a condition, each code once. */
    private static List<Question> usable(Guide guide, Conditions conditions) {
        Set<String> seen = new HashSet<>();
        return guide.questions().stream()
                .filter(q -> CODE.matcher(q.code()).matches())
                .filter(q -> conditions.mayName(q.code()) && seen.add(q.code()))
                .toList();
    }

    private void options(String place, Question question) {
        boolean choice = question.kind() == Question.Kind.CHOICE;
        List<Question.Option> options = question.options();
        if (choice && options.size() < 2) {
            found.add(
                    Objection.of("choice-without-options", question.code()).at(place + "/options"));
        }
        if (!choice && !options.isEmpty()) {
            found.add(
                    Objection.of("options-without-choice", question.code()).at(place + "/options"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            String at = place + "/options/" + i;
            if (options.get(i).code().isBlank() || !seen.add(options.get(i).code())) {
                found.add(Objection.of("code-repeated", options.get(i).code()).at(at + "/code"));
            }
            wording(at + "/text", options.get(i).text());
        }
    }

    /** Questions that wait for each other are never asked. */
    private void circles() {
        for (int i = 0; i < guide.questions().size(); i++) {
            String code = guide.questions().get(i).code();
            List<String> path = circle(code);
            if (path == null) continue;
            found.add(
                    Objection.of("question-never-asked", code, String.join(" → ", path))
                            .at("/questions/" + i + "/when"));
        }
    }

    private @Nullable List<String> circle(String start) {
        Map<String, List<String>> ways = new HashMap<>();
        ways.put(start, List.of(start));
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String at = open.removeFirst();
            List<String> way = ways.getOrDefault(at, List.of());
            for (String next : asks.getOrDefault(at, Set.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(start)) return longer;
                if (ways.putIfAbsent(next, longer) == null) open.add(next);
            }
        }
        return null;
    }

    private void variants() {
        codes("/variants", guide.variants().stream().map(Guide.Variant::code).toList());
        for (int i = 0; i < guide.variants().size(); i++) {
            Guide.Variant variant = guide.variants().get(i);
            wording("/variants/" + i + "/name", variant.name());
            boolean chosen =
                    guide.determinations().stream()
                            .anyMatch(d -> d.effect().is(Effect.Kind.VARIANT, variant.code()));
            if (!chosen) {
                found.add(
                        Objection.of("variant-never-chosen", variant.code()).at("/variants/" + i));
            }
        }
    }

    private void determinations() {
        codes("/determinations", guide.determinations().stream().map(Determination::code).toList());
        for (int i = 0; i < guide.determinations().size(); i++) {
            Determination determination = guide.determinations().get(i);
            String place = "/determinations/" + i;
            read(place + "/when", determination.when(), Set.of());
            effect(place, determination);
        }
    }

    private void effect(String place, Determination determination) {
        Effect effect = determination.effect();
        String at = place + "/effect/target";
        String target = effect.target() == null ? "" : effect.target();
        switch (effect.kind()) {
            case VARIANT -> {
                if (guide.variant(target).isEmpty())
                    found.add(Objection.of("variant-unknown", target).at(at));
            }
            case REQUIRE_MATERIAL, LEAVE_OUT_MATERIAL -> {
                if (!subject.materials().contains(target))
                    found.add(Objection.of("material-unknown", target).at(at));
            }
            case SET_FEE -> {
                fee(at, target);
                Long amount = effect.amountFen();
                if (amount == null || amount < 0)
                    found.add(
                            Objection.of("fee-without-amount", target)
                                    .at(place + "/effect/amountFen"));
            }
            case WAIVE_FEE -> fee(at, target);
            case ADD_ROLE -> {
                if (!CODE.matcher(target).matches())
                    found.add(Objection.of("guide-code-invalid", target).at(at));
                text(place, determination);
            }
            case SUGGEST_PACKAGE -> {
                if (!subject.packages().test(target))
                    found.add(Objection.of("package-unknown", target).at(at));
            }
            case INCLUDE_MEMBER, LEAVE_OUT_MEMBER -> {
                if (!subject.members().contains(target))
                    found.add(Objection.of("member-unknown", target).at(at));
            }
            case REFUSE -> {
                String ground = determination.ground();
                if (ground == null || ground.isBlank())
                    found.add(
                            Objection.of("refusal-without-ground", determination.code())
                                    .at(place + "/ground"));
                text(place, determination);
            }
        }
    }

    private void fee(String at, String target) {
        if (!subject.fees().contains(target)) found.add(Objection.of("fee-unknown", target).at(at));
    }

    private void text(String place, Determination determination) {
        Wording text = determination.effect().text();
        wording(place + "/effect/text", text == null ? new Wording("", "") : text);
    }

    private Set<String> read(String place, String text, Set<String> later) {
        if (text.length() > limits.mostConditionCharacters()) {
            found.add(
                    Objection.of(
                                    "condition-too-long",
                                    String.valueOf(text.length()),
                                    String.valueOf(limits.mostConditionCharacters()))
                            .at(place));
            return Set.of();
        }
        return switch (reader.read(text, later)) {
            case Reading.Understood(var condition) -> condition.questions();
            case Reading.Faulty(var objections) -> {
                Set<String> named = new LinkedHashSet<>();
                for (Objection objection : objections) {
                    found.add(objection.at(place));
                    if (objection.code().equals("condition-question-later")) {
                        named.add(String.valueOf(objection.arguments().getFirst()));
                    }
                }
                yield named;
            }
        };
    }

    private void codes(String place, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String at = place + "/" + i + "/code";
            if (!CODE.matcher(code).matches()) {
                found.add(Objection.of("guide-code-invalid", code).at(at));
            }
            if (!seen.add(code)) found.add(Objection.of("code-repeated", code).at(at));
        }
    }

    private void wording(String place, Wording wording) {
        if (wording.zh().isBlank()) found.add(Objection.of("wording-missing").at(place + "/zh"));
        if (wording.en().isBlank()) found.add(Objection.of("wording-missing").at(place + "/en"));
    }
}
