package org.oneseal.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of a prototype, cut open where a copy says something else. */
final class Stencil {

    /** A place in the text, by what a copy puts there. */
    @FunctionalInterface
    interface Gap {
        String filled(CaseCopy copy);
    }

    private final List<String> literals;
    private final List<Gap> gaps;

    /** One literal more than gaps: before, between and after them. */
    Stencil(List<String> literals, List<Gap> gaps) {
        this.literals = List.copyOf(literals);
        this.gaps = List.copyOf(gaps);
    }

    static Stencil always(Gap gap) {
        return new Stencil(List.of("", ""), List.of(gap));
    }

    static @Nullable Stencil cut(@Nullable String text, Marks marks) {
        if (text == null) return null;
        List<String> literals = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        var found = marks.in(text);
        int from = 0;
        while (found.find()) {
            Gap gap = marks.gap(found.group());
            if (gap == null) continue;
            literals.add(text.substring(from, found.start()));
            gaps.add(gap);
            from = found.end();
        }
        literals.add(text.substring(from));
        return new Stencil(literals, gaps);
    }

    String filled(CaseCopy copy) {
        if (gaps.isEmpty()) return literals.getFirst();
        var text = new StringBuilder();
        for (int i = 0; i < gaps.size(); i++) {
            text.append(literals.get(i)).append(gaps.get(i).filled(copy));
        }
        return text.append(literals.getLast()).toString();
    }
}
