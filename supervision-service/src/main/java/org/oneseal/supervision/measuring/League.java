package org.oneseal.supervision.measuring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups ranked by an indicator (排名): compared exactly, never by rounded figures; equals share a
 * place, and who has no figure has no place.
 */
public final class League {

    private League() {}

    /**
     * @param rank from 1, null without a figure
     */
    public record Place(@Nullable Integer rank, List<String> key, Ratio ratio) {}

    /** The best first; those without a figure last. */
    public static List<Place> of(List<FigureBook.Group> groups, Indicator indicator) {
        record Entry(FigureBook.Group group, Ratio ratio) {}
        Comparator<Ratio> better = indicator.isBad() ? League::compare : (a, b) -> compare(b, a);
        List<Entry> entries =
                new ArrayList<>(
                        groups.stream().map(g -> new Entry(g, indicator.of(g.sums()))).toList());
        entries.sort(
                Comparator.comparing((Entry e) -> e.ratio().denominator() == 0)
                        .thenComparing(
                                (a, b) ->
                                        a.ratio().denominator() == 0
                                                ? 0
                                                : better.compare(a.ratio(), b.ratio()))
                        .thenComparing(e -> String.join(" ", e.group().key())));
        List<Place> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.ratio().denominator() == 0) {
                places.add(new Place(null, entry.group().key(), entry.ratio()));
                continue;
            }
            if (i == 0 || compare(entries.get(i - 1).ratio(), entry.ratio()) != 0) rank = i + 1;
            places.add(new Place(rank, entry.group().key(), entry.ratio()));
        }
        return places;
    }

    private static int compare(Ratio a, Ratio b) {
        return Math.multiplyHigh(a.numerator(), b.denominator())
                        == Math.multiplyHigh(b.numerator(), a.denominator())
                ? Long.compareUnsigned(
                        a.numerator() * b.denominator(), b.numerator() * a.denominator())
                : Long.compare(
                        Math.multiplyHigh(a.numerator(), b.denominator()),
                        Math.multiplyHigh(b.numerator(), a.denominator()));
    }
}
