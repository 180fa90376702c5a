package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;

/** What a guide answers to somebody's answers, for stories. */
final class Checklists {

    private Checklists() {}

    /** What the guide of an item or a package makes of the answers. */
    static JsonNode of(Http http, String guide, String reader, Map<String, Object> answers) {
        Http.Answer answer = http.post(guide + "/checklist", reader, Map.of("answers", answers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The first of the lines that says this at a place. */
    static JsonNode line(JsonNode lines, String at, String value) {
        return lines.valueStream()
                .filter(line -> line.at(at).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }
}
