package org.oneseal.catalog.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Questions in the order in which they are asked, and what follows from the answers. Where several
 * determinations choose a variant or set a fee, the first that holds counts.
 */
public record Guide(
        List<Question> questions, List<Variant> variants, List<Determination> determinations) {

    /** Asks nothing and decides nothing. */
    public static final Guide EMPTY = new Guide(List.of(), List.of(), List.of());

    /** A situation in which one applies (业务情形). */
    public record Variant(String code, Wording name) {}

    public Guide {
        questions = List.copyOf(questions);
        variants = List.copyOf(variants);
        determinations = List.copyOf(determinations);
    }

    public Optional<Question> question(String code) {
        return questions.stream().filter(q -> q.code().equals(code)).findFirst();
    }

    /** A guide with other codes of the items that its determinations speak of. */
    public static Guide renamed(Guide guide, UnaryOperator<String> items) {
        return new Guide(
                guide.questions(),
                guide.variants(),
                guide.determinations().stream()
                        .map(
                                d ->
                                        new Determination(
                                                d.code(),
                                                d.when(),
                                                d.effect().withMember(items),
                                                d.ground()))
                        .toList());
    }

    public Optional<Variant> variant(String code) {
        return variants.stream().filter(v -> v.code().equals(code)).findFirst();
    }
}
