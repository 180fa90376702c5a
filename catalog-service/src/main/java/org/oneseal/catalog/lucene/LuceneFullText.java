package org.oneseal.catalog.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.search.FullText;
import org.oneseal.catalog.search.SearchEntries.Change;
import org.oneseal.catalog.search.Tier;
import org.oneseal.catalog.words.Readings;
import org.oneseal.platform.persistence.Json;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Never commits its files: whoever starts begins with an empty index. */
@Component
class LuceneFullText implements FullText, DisposableBean {

    private static final Sort BY_SCORE = byScore();

    private final Documents documents;
    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    LuceneFullText(
            Readings readings,
            Json json,
            @Value("${oneseal.catalog.search-folder:${java.io.tmpdir}}") Path parent)
            throws IOException {
        this.documents = new Documents(readings, json);
        this.folder = IndexFolder.within(parent);
        this.writer =
                new IndexWriter(
                        folder.directory(),
                        new IndexWriterConfig()
                                .setIndexSort(Documents.ORDER)
                                .setMergePolicy(NoMergePolicy.INSTANCE)
                                .setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new Searchers());
    }

    /** A search looks every word up in each segment, so there should be few of them. */
    private static TieredMergePolicy few() {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(3);
        return policy;
    }

    /** Searches differ too much for keeping what parts of them found. */
    private static final class Searchers extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    private static Sort byScore() {
        List<SortField> fields = new ArrayList<>(List.of(Documents.ORDER.getSort()));
        fields.addFirst(SortField.FIELD_SCORE);
        return new Sort(fields.toArray(SortField[]::new));
    }

    /** Cutting and reading is what takes the time, so all processors do it. */
    @Override
    public void apply(List<Change> changes) {
        changes.parallelStream().forEach(this::apply);
    }

    private void apply(Change change) {
        Term key = new Term(Documents.KEY, change.key());
        try {
            if (change.entry() == null) {
                writer.deleteDocuments(key);
            } else {
                writer.updateDocument(key, documents.of(change.key(), change.entry()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until now nothing was merged: what is fed at the start would be merged several times. */
    @Override
    public void pack() {
        try {
            writer.getConfig().setMergePolicy(few());
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Found> find(TierQuery query) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return find(query, searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> find(TierQuery query, IndexSearcher searcher) throws IOException {
        boolean partly = query.tier() == Tier.PARTIAL;
        TopFieldDocs top =
                searcher.search(
                        new Wanted(searcher.getIndexReader()).of(query),
                        new TopFieldCollectorManager(
                                partly ? BY_SCORE : Documents.ORDER,
                                query.limit(),
                                after(query, partly),
                                1));
        StoredFields stored = searcher.storedFields();
        List<Found> found = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            Document document = stored.document(hit.doc);
            Object[] keys = ((FieldDoc) hit).fields;
            int missing = partly ? query.pairs().size() - ((Float) keys[0]).intValue() : 0;
            String title = ((BytesRef) keys[partly ? 1 : 0]).utf8ToString();
            found.add(new Found(query.tier(), missing, title, documents.entry(document)));
        }
        return found;
    }

    /** The last hit seen, and no document after it with the same keys. */
    private static @Nullable FieldDoc after(TierQuery query, boolean partly) {
        List<String> after = query.after();
        if (after.isEmpty()) return null;
        List<Object> keys = new ArrayList<>();
        if (partly) keys.add((float) (query.pairs().size() - Long.parseLong(after.getFirst())));
        after.subList(1, 4).forEach(key -> keys.add(new BytesRef(key)));
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, keys.toArray());
    }

    @Override
    public void destroy() throws IOException {
        searchers.close();
        writer.close();
        folder.close();
    }
}
