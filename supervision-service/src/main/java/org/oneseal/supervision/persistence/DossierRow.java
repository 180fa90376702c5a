package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.supervising.Filed;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of {@code dossiers}; what is JSON in it is text here, taken apart once where it is needed.
 */
record DossierRow(
        String caseId,
        WatchKind kind,
        long sequence,
        Instant knownAt,
        String head,
        String facts,
        String tally) {

    /** As they stand in a query. */
    static final String COLUMNS = String.join(", ", Rows.columns(DossierRow.class));

    private static final Map<String, Class<? extends CaseFact>> KINDS =
            Arrays.stream(CaseFact.class.getPermittedSubclasses())
                    .map(type -> type.<CaseFact>asSubclass(CaseFact.class))
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /**
     * @param kind simple name of the fact's record
     */
    private record StoredFact(String kind, CaseFact fact) {}

    private record StoredSum(Cell cell, Map<Counter, Long> sums) {}

    static DossierRow of(Filed filed, Rows rows, JsonMapper mapper) {
        Dossier dossier = filed.dossier();
        return new DossierRow(
                dossier.head().caseId(),
                dossier.kind(),
                dossier.sequence(),
                dossier.knownAt(),
                mapper.writeValueAsString(dossier.head()),
                mapper.writeValueAsString(
                        dossier.facts().stream()
                                .map(f -> new StoredFact(f.getClass().getSimpleName(), f))
                                .toList()),
                rows.json(
                        filed.tally().cells().entrySet().stream()
                                .map(e -> new StoredSum(e.getKey(), e.getValue()))
                                .toList()));
    }

    Filed filed(Rows rows, JsonMapper mapper) {
        Tally sums = new Tally();
        for (StoredSum stored : rows.parse(tally, StoredSum[].class)) {
            stored.sums().forEach((counter, sum) -> sums.add(stored.cell(), counter, sum));
        }
        return new Filed(dossier(mapper), sums);
    }

    Dossier dossier(JsonMapper mapper) {
        return new Dossier(mapper.readValue(head, CaseHead.class), read(mapper));
    }

    private List<CaseFact> read(JsonMapper mapper) {
        List<CaseFact> read = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(facts)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) read.add(fact(parser, mapper));
        }
        return read;
    }

    /** Its kind comes first, but in what was written before facts were kept as written. */
    private static CaseFact fact(JsonParser parser, JsonMapper mapper) {
        Class<? extends CaseFact> kind = null;
        JsonNode early = null;
        CaseFact fact = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isKind = parser.currentName().equals("kind");
            parser.nextToken();
            if (isKind) {
                kind = kind(parser.getString());
            } else if (kind == null) {
                early = parser.readValueAsTree();
            } else {
                fact = parser.readValueAs(kind);
            }
        }
        return fact == null ? mapper.treeToValue(early, known(kind)) : fact;
    }

    private static Class<? extends CaseFact> kind(String name) {
        return Objects.requireNonNull(KINDS.get(name), () -> "no fact is a " + name);
    }

    private static Class<? extends CaseFact> known(@Nullable Class<? extends CaseFact> kind) {
        return Objects.requireNonNull(kind, "a fact without its kind");
    }
}
