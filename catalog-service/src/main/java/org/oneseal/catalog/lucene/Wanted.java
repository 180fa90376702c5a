package org.oneseal.catalog.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.oneseal.catalog.search.Clause;
import org.oneseal.catalog.search.FullText.TierQuery;
import org.oneseal.catalog.search.Needle;
import org.oneseal.catalog.search.Needle.Via;
import org.oneseal.catalog.search.Tier;

/** What is wanted of a tier, as a query of the index. */
final class Wanted {

    private final IndexReader reader;

    Wanted(IndexReader reader) {
        this.reader = reader;
    }

    Query of(TierQuery query) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.tier() == Tier.PARTIAL) all.add(half(query.pairs()), Occur.MUST);
        for (Clause clause : query.all()) all.add(any(clause), Occur.FILTER);
        if (!query.regions().isEmpty()) {
            all.add(
                    oneOf(
                            Documents.REGION,
                            query.regions().stream().map(region -> region.value()).toList()),
                    Occur.FILTER);
        }
        all.add(
                oneOf(Documents.KIND, query.kinds().stream().map(Enum::name).toList()),
                Occur.FILTER);
        long today = query.today().toEpochDay();
        all.add(between(Documents.FROM, Long.MIN_VALUE, today), Occur.FILTER);
        all.add(between(Documents.TO, today, Long.MAX_VALUE), Occur.FILTER);
        for (List<Clause> tier : query.but()) all.add(every(tier), Occur.MUST_NOT);
        return all.build();
    }

    private static Query between(String field, long first, long last) {
        return NumericDocValuesField.newSlowRangeQuery(field, first, last);
    }

    private static Query oneOf(String field, Collection<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String value : values) any.add(new TermQuery(new Term(field, value)), Occur.SHOULD);
        return any.build();
    }

    /** At least half of the pairs; each that is there counts one. */
    private Query half(List<String> pairs) throws IOException {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        for (String pair : pairs) {
            Query there = shows(Needle.text(pair, false, Via.PART));
            some.add(new ConstantScoreQuery(there), Occur.SHOULD);
        }
        return some.setMinimumNumberShouldMatch((pairs.size() + 1) / 2).build();
    }

    private Query every(List<Clause> clauses) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Clause clause : clauses) all.add(any(clause), Occur.FILTER);
        return all.build();
    }

    private Query any(Clause clause) throws IOException {
        if (clause.anyOf().size() == 1) return shows(clause.anyOf().getFirst());
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Needle needle : clause.anyOf()) any.add(shows(needle), Occur.SHOULD);
        return any.build();
    }

    private Query shows(Needle needle) throws IOException {
        String field = needle.in().name();
        List<String> units = needle.units();
        if (units.size() == 1) return new TermQuery(new Term(field, units.getFirst()));
        return needle.open() ? begun(pairs(field, units)) : phrase(pairs(field, units));
    }

    /** A pair of units and where it stands. */
    private record Pair(Term term, int at) {}

    /** Every second pair and the last: between them they hold all units, each looked up once. */
    static int[] places(int units) {
        return IntStream.concat(
                        IntStream.range(0, units - 2).filter(i -> i % 2 == 0),
                        IntStream.of(units - 2))
                .toArray();
    }

    private static List<Pair> pairs(String field, List<String> units) {
        return IntStream.of(places(units.size()))
                .mapToObj(
                        at ->
                                new Pair(
                                        new Term(
                                                field,
                                                Units.pair(units.get(at), units.get(at + 1))),
                                        at))
                .toList();
    }

    private static Query phrase(List<Pair> pairs) {
        if (pairs.size() == 1) return new TermQuery(pairs.getFirst().term());
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        pairs.forEach(pair -> phrase.add(pair.term(), pair.at()));
        return phrase.build();
    }

    /** The last pair may go on: any that the index knows to begin so. */
    private Query begun(List<Pair> pairs) throws IOException {
        Pair last = pairs.getLast();
        Term[] goingOn = beginning(last.term());
        if (goingOn.length == 0) return new MatchNoDocsQuery();
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (Pair pair : pairs.subList(0, pairs.size() - 1)) {
            phrase.add(new Term[] {pair.term()}, pair.at());
        }
        return phrase.add(goingOn, last.at()).build();
    }

    private Term[] beginning(Term beginning) throws IOException {
        TreeSet<BytesRef> known = new TreeSet<>();
        Terms terms = MultiTerms.getTerms(reader, beginning.field());
        if (terms == null) return new Term[0];
        TermsEnum each = terms.iterator();
        if (each.seekCeil(beginning.bytes()) == TermsEnum.SeekStatus.END) return new Term[0];
        for (BytesRef at = each.term();
                at != null && StringHelper.startsWith(at, beginning.bytes());
                at = each.next()) {
            known.add(BytesRef.deepCopyOf(at));
        }
        return known.stream().map(bytes -> new Term(beginning.field(), bytes)).toArray(Term[]::new);
    }
}
