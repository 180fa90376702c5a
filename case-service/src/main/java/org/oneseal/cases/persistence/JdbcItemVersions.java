package org.oneseal.cases.persistence;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Item versions, remembered for a second: what the catalog changes reaches intake within that time,
 * also in the other replicas.
 */
@Repository
class JdbcItemVersions implements ItemVersions {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 20_000;

    private record Remembered(List<ItemVersion> versions, long at) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final ConcurrentMap<String, Remembered> remembered = new ConcurrentHashMap<>();

    JdbcItemVersions(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<ItemVersion> latest(String itemCode, LocalDate day) {
        return versions(itemCode, true).stream()
                .filter(v -> !day.isBefore(v.effectiveFrom()))
                .max(Comparator.comparingInt(ItemVersion::version));
    }

    /** What a version says never changes but for its status, so an old memory serves. */
    @Override
    public Optional<ItemVersion> version(String itemCode, int version) {
        Optional<ItemVersion> known = pick(versions(itemCode, false), version);
        return known.isPresent() ? known : pick(versions(itemCode, true), version);
    }

    private static Optional<ItemVersion> pick(List<ItemVersion> versions, int version) {
        return versions.stream().filter(v -> v.version() == version).findFirst();
    }

    private List<ItemVersion> versions(String itemCode, boolean fresh) {
        Remembered known = remembered.get(itemCode);
        long now = System.nanoTime();
        if (known != null && (!fresh || now - known.at() < FRESH)) return known.versions();
        List<ItemVersion> versions =
                jdbc.sql("SELECT body FROM item_version WHERE item_code = ?")
                        .param(itemCode)
                        .query((r, _) -> json.read(r.getString(1), ItemVersion.class))
                        .list();
        if (!versions.isEmpty()) {
            if (remembered.size() > MOST) remembered.clear();
            remembered.put(itemCode, new Remembered(versions, now));
        }
        return versions;
    }

    @Override
    public void keep(ItemVersion item) {
        jdbc.sql(
                        """
                        INSERT INTO item_version (item_code, version, effective_from, body)
                        VALUES (?, ?, ?, ?::jsonb)
                        ON CONFLICT (item_code, version) DO UPDATE
                        SET effective_from = excluded.effective_from, body = excluded.body
                        """)
                .param(item.itemCode())
                .param(item.version())
                .param(item.effectiveFrom())
                .param(json.write(item))
                .update();
    }

    @Override
    public void forgetAll() {
        jdbc.sql("DELETE FROM item_version").update();
        remembered.clear();
    }
}
