package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;
import tools.jackson.databind.JsonNode;

/** Two editors of one county: anna writes and publishes, ben reviews what she wrote. */
public final class TwoEditors {

    private final Http http;
    private final Tokens tokens;
    private final String region;

    public TwoEditors(Http http, Tokens tokens, String region) {
        this.http = http;
        this.tokens = tokens;
        this.region = region;
    }

    public String anna() {
        return editor("anna");
    }

    public String ben() {
        return editor("ben");
    }

    private String editor(String name) {
        return tokens.of(Role.CATALOG_EDITOR).region(region).subject(name).mint();
    }

    /** How far the draft of an item or a package has come. */
    public String state(String path) {
        return view(path).path("editorialState").asString("");
    }

    public JsonNode view(String path) {
        return http.get(path, anna()).json();
    }

    public Http.Answer review(String path, String editor, Map<String, ?> body) {
        return http.post(path + "/draft/review", editor, body, "If-Match", tag(path));
    }

    public void passed(String path) {
        done(review(path, ben(), Map.of("passed", true)), 200);
    }

    public void sentBack(String path, String reason) {
        done(review(path, ben(), Map.of("passed", false, "reason", reason)), 200);
    }

    public Http.Answer publish(String path) {
        return http.post(path + "/versions", anna(), Map.of(), "If-Match", tag(path));
    }

    /** Ben passes the draft and anna publishes it, today. */
    public void reviewedAndPublished(String path) {
        passed(path);
        done(publish(path), 201);
    }

    public void changed(String path, Map<String, Object> content) {
        done(http.put(path + "/draft", anna(), content, "If-Match", tag(path)), 200);
    }

    /** Who did what, newest first: type, what was done to the draft, actor, reason. */
    public List<String> history(String path) {
        return history(path, anna());
    }

    public List<String> history(String path, String reader) {
        return http.get(path + "/history", reader)
                .json()
                .path("items")
                .valueStream()
                .map(TwoEditors::line)
                .toList();
    }

    private static String line(JsonNode entry) {
        return String.join(
                        " ",
                        entry.path("what").asString(),
                        entry.path("action").asString(""),
                        entry.at("/actor/id").asString(),
                        entry.path("reason").asString(""))
                .replaceAll(" +", " ")
                .strip();
    }

    private String tag(String path) {
        return CountyDesk.tag(http.get(path, anna()));
    }

    private static void done(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }
}
