package org.oneseal.catalog.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.oneseal.catalog.guide.Effect.Kind;

/**
 * What a guide says to one person by the answers so far. What has been decided stays so however
 * much more is answered.
 *
 * @param unused codes of answers to questions that are not, or not yet, to be asked
 */
public record Advice(List<Asked> questions, List<Finding> findings, List<String> unused) {

    /** Of a guide that is not there: nothing to ask, nothing to decide. */
    public static final Advice NONE = new Advice(List.of(), List.of(), List.of());

    public List<Question> next() {
        return questions.stream()
                .filter(q -> q.standing() == Asked.Standing.NEXT)
                .map(Asked::question)
                .toList();
    }

    public boolean complete() {
        return questions.stream()
                .noneMatch(
                        q ->
                                q.standing() == Asked.Standing.NEXT
                                        || q.standing() == Asked.Standing.LATER);
    }

    /** Determinations of a kind that hold. */
    public List<Finding> holding(Kind kind) {
        return findings.stream()
                .filter(f -> f.determination().effect().kind() == kind)
                .filter(f -> f.verdict() == Verdict.HOLDS)
                .toList();
    }

    /** Determinations of a kind that are still open. */
    public List<Finding> open(Kind kind) {
        return findings.stream()
                .filter(f -> f.determination().effect().kind() == kind)
                .filter(f -> f.verdict() == Verdict.OPEN)
                .toList();
    }

    /**
     * The first of these that does not fail: it decides when it holds, and may while it is open.
     */
    private Optional<Finding> first(Predicate<Finding> which) {
        for (Finding finding : findings) {
            if (!which.test(finding) || finding.verdict() == Verdict.FAILS) continue;
            return Optional.of(finding);
        }
        return Optional.empty();
    }

    /** The determination that chooses the variant, or the open one that may; empty for none. */
    public Optional<Finding> variant() {
        return first(f -> f.determination().effect().is(Kind.VARIANT, null));
    }

    /** Whether a material is needed as far as the guide goes. */
    public Ruling material(String code) {
        return wanted(on(Kind.REQUIRE_MATERIAL, code), on(Kind.LEAVE_OUT_MATERIAL, code));
    }

    /** Whether an item of a package takes part as far as the guide goes. */
    public Ruling member(String item) {
        return wanted(on(Kind.INCLUDE_MEMBER, item), on(Kind.LEAVE_OUT_MEMBER, item));
    }

    /** Asked for where nothing asks in particular, or something does; and nothing leaves it out. */
    private static Ruling wanted(List<Finding> required, List<Finding> leftOut) {
        Verdict asked = required.isEmpty() ? Verdict.HOLDS : any(required);
        Verdict spared = any(leftOut);
        if (spared == Verdict.HOLDS) return new Ruling(Verdict.FAILS, of(leftOut, Verdict.HOLDS));
        if (asked == Verdict.FAILS) return new Ruling(Verdict.FAILS, required);
        if (asked == Verdict.HOLDS && spared == Verdict.FAILS) {
            return new Ruling(Verdict.HOLDS, of(required, Verdict.HOLDS));
        }
        List<Finding> open =
                Stream.concat(required.stream(), leftOut.stream())
                        .filter(f -> f.verdict() == Verdict.OPEN)
                        .toList();
        return new Ruling(Verdict.OPEN, open);
    }

    /** Whether a fee is waived. */
    public Ruling waiver(String fee) {
        List<Finding> waivers = on(Kind.WAIVE_FEE, fee);
        Verdict verdict = any(waivers);
        return new Ruling(verdict, of(waivers, verdict));
    }

    /** The determination that sets a fee, or the open one that may; empty for none. */
    public Optional<Finding> feeSetter(String fee) {
        return first(f -> f.determination().effect().is(Kind.SET_FEE, fee));
    }

    private List<Finding> on(Kind kind, String target) {
        return findings.stream().filter(f -> f.determination().effect().is(kind, target)).toList();
    }

    private static List<Finding> of(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).toList();
    }

    private static Verdict any(List<Finding> findings) {
        return findings.stream().map(Finding::verdict).reduce(Verdict.FAILS, Verdict::or);
    }
}
