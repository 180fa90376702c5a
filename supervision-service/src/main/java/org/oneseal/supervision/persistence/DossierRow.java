package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.supervising.Filed;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** A row of {@code dossiers}. */
record DossierRow(
        String caseId,
        WatchKind kind,
        long sequence,
        Instant knownAt,
        JsonNode head,
        List<StoredFact> facts,
        List<StoredSum> tally) {

    static final List<String> COLUMNS = Rows.columns(DossierRow.class);

    private static final Map<String, Class<?>> KINDS =
            Arrays.stream(CaseFact.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /**
     * @param kind simple name of the fact's record
     */
    record StoredFact(String kind, JsonNode fact) {}

    record StoredSum(Cell cell, Map<Counter, Long> sums) {}

    /** The same on its way in: what is JSON already is not taken apart again. */
    record Written(
            String caseId,
            WatchKind kind,
            long sequence,
            Instant knownAt,
            RawValue head,
            RawValue facts,
            List<StoredSum> tally) {

        private record WrittenFact(String kind, CaseFact fact) {}

        static Written of(Filed filed, JsonMapper mapper) {
            Dossier dossier = filed.dossier();
            return new Written(
                    dossier.head().caseId(),
                    dossier.kind(),
                    dossier.sequence(),
                    dossier.knownAt(),
                    new RawValue(mapper.writeValueAsString(dossier.head())),
                    new RawValue(
                            mapper.writeValueAsString(
                                    dossier.facts().stream()
                                            .map(
                                                    f ->
                                                            new WrittenFact(
                                                                    f.getClass().getSimpleName(),
                                                                    f))
                                            .toList())),
                    filed.tally().cells().entrySet().stream()
                            .map(e -> new StoredSum(e.getKey(), e.getValue()))
                            .toList());
        }
    }

    Filed filed(JsonMapper mapper) {
        List<CaseFact> read =
                facts.stream()
                        .map(
                                f ->
                                        (CaseFact)
                                                mapper.treeToValue(
                                                        f.fact(),
                                                        Objects.requireNonNull(
                                                                KINDS.get(f.kind()))))
                        .toList();
        Tally sums = new Tally();
        for (StoredSum stored : tally) {
            stored.sums().forEach((counter, sum) -> sums.add(stored.cell(), counter, sum));
        }
        return new Filed(new Dossier(mapper.treeToValue(head, CaseHead.class), read), sums);
    }
}
