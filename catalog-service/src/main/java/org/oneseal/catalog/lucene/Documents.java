package org.oneseal.catalog.lucene;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.search.IndexedText;
import org.oneseal.catalog.search.Needle.In;
import org.oneseal.catalog.search.SearchEntry;
import org.oneseal.catalog.words.Readings;
import org.oneseal.platform.persistence.Json;

/** Entries as documents of the index. */
final class Documents {

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String REGION = "region";
    static final String FROM = "from";
    static final String TO = "to";
    static final String TITLE = "title";
    static final String REF = "ref";
    static final String ENTRY = "entry";

    /** Documents lie in the order of the list, so a walk may stop when the page is full. */
    static final Sort ORDER =
            new Sort(
                    new SortField(TITLE, SortField.Type.STRING),
                    new SortField(KIND, SortField.Type.STRING),
                    new SortField(REF, SortField.Type.STRING));

    private static final FieldType TEXT = new FieldType();

    static {
        TEXT.setTokenized(true);
        TEXT.setOmitNorms(true);
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TEXT.freeze();
    }

    private final Readings readings;
    private final Json json;

    Documents(Readings readings, Json json) {
        this.readings = readings;
        this.json = json;
    }

    Document of(String key, SearchEntry entry) {
        IndexedText text = IndexedText.of(entry, readings);
        Document document = new Document();
        document.add(new StringField(KEY, key, Field.Store.NO));
        document.add(new StringField(KIND, entry.kind().name(), Field.Store.NO));
        document.add(new StringField(REGION, entry.region().value(), Field.Store.NO));
        document.add(new NumericDocValuesField(FROM, day(entry.validFrom(), Long.MIN_VALUE)));
        document.add(new NumericDocValuesField(TO, day(entry.validTo(), Long.MAX_VALUE)));
        document.add(new SortedDocValuesField(TITLE, new BytesRef(text.titleKey())));
        document.add(new SortedDocValuesField(KIND, new BytesRef(entry.kind().name())));
        document.add(new SortedDocValuesField(REF, new BytesRef(entry.ref())));
        add(document, In.NAMES, text.names());
        add(document, In.WORDS, text.words());
        add(document, In.SOUNDS, text.sounds());
        add(document, In.INITIALS, text.initials());
        add(document, In.ALL_SOUNDS, text.allSounds());
        add(document, In.ALL_INITIALS, text.allInitials());
        document.add(new StoredField(ENTRY, json.write(entry).getBytes(StandardCharsets.UTF_8)));
        return document;
    }

    SearchEntry entry(Document document) {
        BytesRef bytes = document.getBinaryValue(ENTRY);
        String text = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
        return json.read(text, SearchEntry.class);
    }

    private static void add(Document document, In field, List<List<String>> texts) {
        document.add(new Field(field.name(), new Units(texts), TEXT));
    }

    private static long day(@Nullable LocalDate day, long without) {
        return day == null ? without : day.toEpochDay();
    }
}
