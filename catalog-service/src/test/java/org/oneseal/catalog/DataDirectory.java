package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county's directory of data, the police that hold some and the health bureau that has an item
 * which needs it, for stories.
 */
final class DataDirectory {

    static final String PATH = "/api/v1/data-resources";

    private final Http http;
    private final Tokens tokens;
    private final String county;

    DataDirectory(Http http, Tokens tokens, String county) {
        this.http = http;
        this.tokens = tokens;
        this.county = county;
    }

    static String police(String county) {
        return county.substring(0, 6) + "-GA";
    }

    static String health(String county) {
        return county.substring(0, 6) + "-WJ";
    }

    static String uscc(String county) {
        return CountyDesk.uscc(county, 31);
    }

    /** The health bureau's licence. */
    static String item(String county) {
        return uscc(county) + "4000100001000";
    }

    CountyDesk desk() {
        return new CountyDesk(http, tokens, county);
    }

    String officer(String department) {
        return tokens.of(Role.CASE_OFFICER).region(county).department(department).mint();
    }

    /** Both units, and the item, in force from a day on. */
    void set(String from) {
        desk().department(police(county), "公安局", CountyDesk.uscc(county, 32));
        desk().department(health(county), "卫生健康局", uscc(county));
        Map<String, Object> licence = CountyDesk.licence(uscc(county), "公共场所卫生许可", 5);
        desk().publish(item(county), desk().draft(item(county), health(county), licence), from);
    }

    Http.Answer due(List<Map<String, Object>> entries) {
        return http.post(PATH, desk().editor(), Map.of("entries", entries));
    }

    Http.Answer say(String code, Map<String, Object> content, @Nullable String from) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("content", content);
        body.put("effectiveFrom", from);
        String tag = CountyDesk.tag(http.get(PATH + "/" + code, desk().editor()));
        return http.post(PATH + "/" + code + "/versions", desk().editor(), body, "If-Match", tag);
    }

    /** Says what a resource holds, and it has to be right. */
    void said(String code, Map<String, Object> content, @Nullable String from) {
        Http.Answer said = say(code, content, from);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    /** What has been written down of resources and demands so far: the same when nothing was. */
    static String rows(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT sum(version) FROM data_resources),
                               (SELECT count(*) FROM data_resource_versions),
                               (SELECT count(*) FROM data_demands),
                               (SELECT count(*) FROM history
                                 WHERE aggregate_type IN ('data-resource', 'data-demand')))
                        """)
                .query(String.class)
                .single();
    }
}
