package org.oneseal.catalog.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.cel.CelSamples;
import org.oneseal.catalog.guide.Asked.Standing;

/** Random guides and answers against a reference that knows no language and no library. */
class GuidePropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate PIVOT = LocalDate.of(2020, 1, 1);
    private static final Map<Question.Kind, List<Object>> VALUES =
            Map.of(
                    Question.Kind.BOOLEAN, List.of(true, false),
                    Question.Kind.CHOICE, List.of("x", "y", "z"),
                    Question.Kind.NUMBER, List.of(new BigDecimal("0.5"), new BigDecimal("3")),
                    Question.Kind.DATE, List.of(PIVOT.minusDays(1), PIVOT.plusDays(1)));

    private final Conditions conditions = CelSamples.conditions();

    /** A condition as a tree, with its text and what it is by itself: null where unknown. */
    private interface Tree {

        String text();

        Set<String> names();

        @Nullable Boolean value(Map<String, Object> facts);
    }

    private record Leaf(String text, String name, java.util.function.Predicate<Object> test)
            implements Tree {

        @Override
        public Set<String> names() {
            return Set.of(name);
        }

        @Override
        public @Nullable Boolean value(Map<String, Object> facts) {
            Object fact = facts.get(name);
            return fact == null ? null : test.test(fact);
        }
    }

    private record Not(Tree of) implements Tree {

        @Override
        public String text() {
            return "!(" + of.text() + ")";
        }

        @Override
        public Set<String> names() {
            return of.names();
        }

        @Override
        public @Nullable Boolean value(Map<String, Object> facts) {
            Boolean value = of.value(facts);
            return value == null ? null : !value;
        }
    }

    private record Two(boolean and, Tree left, Tree right) implements Tree {

        @Override
        public String text() {
            return "(" + left.text() + (and ? " && " : " || ") + right.text() + ")";
        }

        @Override
        public Set<String> names() {
            Set<String> names = new TreeSet<>(left.names());
            names.addAll(right.names());
            return names;
        }

        @Override
        public @Nullable Boolean value(Map<String, Object> facts) {
            Boolean one = left.value(facts);
            Boolean other = right.value(facts);
            Boolean decides = !and;
            if (decides.equals(one) || decides.equals(other)) return decides;
            return one == null || other == null ? null : Boolean.valueOf(and);
        }
    }

    /** A guide with the trees of its conditions. */
    private record Sample(Guide guide, Map<String, Tree> asked, Map<String, Tree> determined) {}

    @Test
    void theGuideSaysWhatTheReferenceSays() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Sample sample = sample(random);
            UnderstoodGuide understood = UnderstoodGuide.of(sample.guide(), conditions);
            for (int round = 0; round < 8; round++) {
                Map<String, Object> answers = answers(sample.guide(), random);
                Advice advice = understood.advise(new Answers(answers), TODAY);
                assertThat(said(advice)).as("seed %s", seed).isEqualTo(reference(sample, answers));
                assertThat(understood.advise(new Answers(shuffled(answers, random)), TODAY))
                        .as("seed %s: the order of answers does not matter", seed)
                        .isEqualTo(advice);
            }
        }
    }

    @Test
    void whatIsDecidedStaysInEveryCompletion() {
        for (int seed = 200; seed < 260; seed++) {
            Random random = new Random(seed);
            Sample sample = sample(random);
            UnderstoodGuide understood = UnderstoodGuide.of(sample.guide(), conditions);
            Map<String, Object> some = answers(sample.guide(), random);
            Map<String, String> before = said(understood.advise(new Answers(some), TODAY));
            for (Map<String, Object> whole : completions(sample.guide(), some)) {
                Map<String, String> after = said(understood.advise(new Answers(whole), TODAY));
                before.forEach(
                        (name, was) -> {
                            if (!was.equals("OPEN") && !was.equals("LATER") && !was.equals("NEXT"))
                                assertThat(after.get(name)).as("%s", name).isEqualTo(was);
                        });
                assertThat(after.values()).doesNotContain("OPEN", "LATER", "NEXT");
            }
        }
    }

    @Test
    void whoeverAnswersWhatIsAskedComesToTheEndBySomeWayAndToTheSameEndByAny() {
        for (int seed = 300; seed < 400; seed++) {
            Random random = new Random(seed);
            Sample sample = sample(random);
            UnderstoodGuide understood = UnderstoodGuide.of(sample.guide(), conditions);
            Map<String, Object> mind = completion(sample.guide(), random);
            Map<String, Object> told = new HashMap<>();
            Advice advice = understood.advise(new Answers(told), TODAY);
            int rounds = 0;
            while (!advice.complete()) {
                assertThat(advice.next()).as("seed %s: never stuck", seed).isNotEmpty();
                Question question = advice.next().get(random.nextInt(advice.next().size()));
                told.put(question.code(), mind.get(question.code()));
                advice = understood.advise(new Answers(told), TODAY);
                assertThat(++rounds).isLessThanOrEqualTo(sample.guide().questions().size());
            }
            Advice atOnce = understood.advise(new Answers(mind), TODAY);
            assertThat(said(advice)).as("seed %s", seed).isEqualTo(said(atOnce));
            assertThat(advice.unused()).isEmpty();
            for (Finding finding : advice.findings()) {
                for (Reply reply : finding.because()) {
                    assertThat(told).containsEntry(reply.question().code(), reply.answer());
                }
            }
        }
    }

    private static Map<String, String> said(Advice advice) {
        Map<String, String> said = new LinkedHashMap<>();
        advice.questions().forEach(q -> said.put(q.question().code(), q.standing().name()));
        advice.findings().forEach(f -> said.put(f.determination().code(), f.verdict().name()));
        said.put("m1", advice.material("m1").verdict().name());
        said.put("m2", advice.material("m2").verdict().name());
        return said;
    }

    private static Map<String, String> reference(Sample sample, Map<String, Object> answers) {
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, Object> facts = new HashMap<>();
        Set<String> open = new TreeSet<>();
        for (Question question : sample.guide().questions()) {
            Tree tree = sample.asked().get(question.code());
            String verdict = tree == null ? "HOLDS" : verdict(tree, facts, open);
            Object answer = answers.get(question.code());
            Standing standing =
                    switch (verdict) {
                        case "FAILS" -> Standing.NOT_ASKED;
                        case "OPEN" -> Standing.LATER;
                        default -> answer == null ? Standing.NEXT : Standing.ANSWERED;
                    };
            if (standing == Standing.ANSWERED && answer != null) facts.put(question.code(), answer);
            if (standing == Standing.LATER || standing == Standing.NEXT) open.add(question.code());
            said.put(question.code(), standing.name());
        }
        sample.determined().forEach((code, tree) -> said.put(code, verdict(tree, facts, open)));
        said.put("m1", material(sample, said, "m1"));
        said.put("m2", material(sample, said, "m2"));
        return said;
    }

    private static String verdict(Tree tree, Map<String, Object> facts, Set<String> open) {
        Boolean value = tree.value(facts);
        if (value != null) return value ? "HOLDS" : "FAILS";
        return Collections.disjoint(tree.names(), open) ? "FAILS" : "OPEN";
    }

    /** Needed when one asks for it, or none does at all, and none leaves it out. */
    private static String material(Sample sample, Map<String, String> said, String material) {
        List<String> asks = new ArrayList<>();
        List<String> spares = new ArrayList<>();
        for (Determination d : sample.guide().determinations()) {
            if (!material.equals(d.effect().target())) continue;
            boolean asking = d.effect().kind() == Effect.Kind.REQUIRE_MATERIAL;
            (asking ? asks : spares).add(String.valueOf(said.get(d.code())));
        }
        if (spares.contains("HOLDS")) return "FAILS";
        if (!asks.isEmpty() && asks.stream().allMatch("FAILS"::equals)) return "FAILS";
        boolean asked = asks.isEmpty() || asks.contains("HOLDS");
        return asked && !spares.contains("OPEN") ? "HOLDS" : "OPEN";
    }

    private static Sample sample(Random random) {
        List<Question> questions = new ArrayList<>();
        Map<String, Tree> asked = new LinkedHashMap<>();
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            String code = "q" + i;
            Question.Kind kind =
                    List.of(
                                    Question.Kind.BOOLEAN,
                                    Question.Kind.CHOICE,
                                    Question.Kind.NUMBER,
                                    Question.Kind.DATE)
                            .get(random.nextInt(4));
            String when = null;
            if (i > 0 && random.nextBoolean()) {
                Tree tree = tree(questions, random, 2);
                asked.put(code, tree);
                when = tree.text();
            }
            questions.add(
                    kind == Question.Kind.CHOICE
                            ? GuideSamples.choice(code, when, "x", "y", "z")
                            : GuideSamples.question(code, kind, when));
        }
        Map<String, Tree> determined = new LinkedHashMap<>();
        List<Determination> determinations = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Tree tree = tree(questions, random, 3);
            determined.put("d" + i, tree);
            determinations.add(
                    GuideSamples.determination(
                            "d" + i,
                            tree.text(),
                            random.nextBoolean()
                                    ? Effect.Kind.REQUIRE_MATERIAL
                                    : Effect.Kind.LEAVE_OUT_MATERIAL,
                            random.nextBoolean() ? "m1" : "m2"));
        }
        return new Sample(new Guide(questions, List.of(), determinations), asked, determined);
    }

    private static Tree tree(List<Question> over, Random random, int depth) {
        int shape = depth == 0 ? 0 : random.nextInt(4);
        return switch (shape) {
            case 1 -> new Not(tree(over, random, depth - 1));
            case 2, 3 ->
                    new Two(
                            shape == 2,
                            tree(over, random, depth - 1),
                            tree(over, random, depth - 1));
            default -> leaf(over.get(random.nextInt(over.size())), random);
        };
    }

    private static Tree leaf(Question question, Random random) {
        String code = question.code();
        boolean first = random.nextBoolean();
        return switch (question.kind()) {
            case BOOLEAN -> new Leaf(code, code, v -> (Boolean) v);
            case CHOICE ->
                    first
                            ? new Leaf(code + " == 'x'", code, "x"::equals)
                            : new Leaf(code + " in ['y', 'z']", code, v -> !v.equals("x"));
            case NUMBER ->
                    new Leaf(
                            code + " > 1",
                            code,
                            v -> ((BigDecimal) v).compareTo(BigDecimal.ONE) > 0);
            case DATE ->
                    new Leaf(
                            code + " < date('2020-01-01')",
                            code,
                            v -> ((LocalDate) v).isBefore(PIVOT));
            case TEXT -> throw new IllegalStateException("no texts here");
        };
    }

    private static Map<String, Object> answers(Guide guide, Random random) {
        Map<String, Object> answers = completion(guide, random);
        answers.keySet().removeIf(_ -> random.nextInt(3) == 0);
        return answers;
    }

    private static Map<String, Object> completion(Guide guide, Random random) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Question question : guide.questions()) {
            List<Object> values = VALUES.getOrDefault(question.kind(), List.of());
            answers.put(question.code(), values.get(random.nextInt(values.size())));
        }
        return answers;
    }

    private static List<Map<String, Object>> completions(Guide guide, Map<String, Object> some) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(some));
        for (Question question : guide.questions()) {
            if (some.containsKey(question.code())) continue;
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> one : all) {
                for (Object value : VALUES.getOrDefault(question.kind(), List.of())) {
                    Map<String, Object> longer = new LinkedHashMap<>(one);
                    longer.put(question.code(), value);
                    more.add(longer);
                }
            }
            all = more;
        }
        return all;
    }

    private static Map<String, Object> shuffled(Map<String, Object> answers, Random random) {
        List<String> codes = new ArrayList<>(answers.keySet());
        Collections.shuffle(codes, random);
        Map<String, Object> other = new LinkedHashMap<>();
        for (String code : codes) {
            Object answer = answers.get(code);
            if (answer != null) other.put(code, answer);
        }
        return other;
    }
}
