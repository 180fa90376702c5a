package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.ruling.PastCases;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dossiers of the past, a page a statement. */
@Repository
class JdbcPastCases implements PastCases {

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Json json;

    JdbcPastCases(JdbcClient jdbc, Rows rows, Json json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public List<Dossier> opened(
            WatchKind kind,
            RegionCode region,
            @Nullable String itemCode,
            Instant from,
            Instant until,
            String afterCase,
            int limit) {
        Scope scope =
                region.equals(RegionCode.NATION)
                        ? new Scope.Everywhere()
                        : new Scope.WithinRegion(region);
        Scope.Predicate within = scope.sql("w");
        return jdbc
                .sql(
                        """
                        SELECT %s FROM dossiers
                         WHERE case_id IN (
                               SELECT DISTINCT w.case_id FROM watches w
                                WHERE %s AND w.kind = :kind
                                  AND (:item::text IS NULL OR w.item_code = :item)
                                  AND w.opened_at >= :from AND w.opened_at < :until
                                  AND w.case_id > :after
                                ORDER BY w.case_id LIMIT :limit)
                         ORDER BY case_id
                        """
                                .formatted(DossierRow.COLUMNS, within.sql()))
                .params(within.parameters())
                .param("kind", kind.name())
                .param("item", itemCode)
                .param("from", JdbcFiles.at(from))
                .param("until", JdbcFiles.at(until))
                .param("after", afterCase)
                .param("limit", limit)
                .query(rows.reader(DossierRow.class))
                .list()
                .stream()
                .map(row -> row.dossier(json.mapper()))
                .toList();
    }
}
