package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An import whose connection is cut half way leaves nothing behind. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledImportStory {

    private static final String COUNTY = "431028000000";
    private static final String WAITING =
            "datname = current_database() AND wait_event_type = 'Lock'"
                    + " AND query LIKE '%register_entries%'";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;
    @Autowired DataSource database;
    private CarriedCatalog county;

    @BeforeAll
    void aCountyWithTwoItems() {
        county = new CarriedCatalog(COUNTY, http, tokens, sql, keys, json, clock);
        county.established();
        county.take(county.changed(3), false, 200);
    }

    /** Waits in the middle for a table that is locked, where its connection is cut. */
    @Test
    void anImportKilledHalfWayLeavesNothingAndMayBeTakenAgain() throws Exception {
        Map<String, List<JsonNode>> parts = county.parts(4);
        CarriedCatalog.part(parts, "registers")
                .add(
                        CanonicalJson.parse(
                                """
                                {"register":"SYNONYMS","key":"431028-tea","region":"431028000000",
                                 "body":{"words":["茶馆","茶楼"]}}
                                """));
        String bundle = county.signed(parts);
        String before = county.rows();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement();
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE register_entries IN EXCLUSIVE MODE");
            Future<Http.Answer> answer =
                    caller.submit(
                            () ->
                                    http.post(
                                            CarriedCatalog.PATH + "/imports",
                                            county.editor(),
                                            bundle,
                                            "Content-Type",
                                            "application/jsonl"));
            await().atMost(Patience.SOON).until(() -> waiting() == 1);
            sql.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + WAITING)
                    .query(Boolean.class)
                    .list();
            other.rollback();
            assertThat(answer.get(30, TimeUnit.SECONDS).status()).isGreaterThanOrEqualTo(500);
        }
        assertThat(county.rows()).isEqualTo(before);
        assertThat(county.take(bundle, false, 200).path("changed").asInt()).isEqualTo(1);
    }

    private int waiting() {
        return sql.sql("SELECT count(*) FROM pg_stat_activity WHERE " + WAITING)
                .query(Integer.class)
                .single();
    }
}
