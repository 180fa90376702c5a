package org.oneseal.catalog.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.DetailElement.Only;
import org.oneseal.catalog.standing.StandingEntries.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DetailElementTest {

    private static final JsonNode CONTENT =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"name": "许可", "note": " ", "trips": 0, "hall": false, "none": null,
                             "topics": [], "for": ["LEGAL"], "limit": {"amount": 0}, "empty": {},
                             "rooms": [{"hours": "9-17"}, {"hours": ""}], "windows": [{"hours": "9-17"}]}
                            """);

    @Test
    void zeroAndNoAreSaidAndBlanksAreNot() {
        for (String said : List.of("/name", "/trips", "/hall", "/for", "/limit")) {
            assertThat(element(said, null).said(CONTENT)).as(said).isTrue();
        }
        for (String silent :
                List.of("/note", "/none", "/topics", "/empty", "/nowhere", "/name/of")) {
            assertThat(element(silent, null).said(CONTENT)).as(silent).isFalse();
        }
    }

    @Test
    void whatIsAskedOfEachMemberIsSaidByAll() {
        assertThat(element("/rooms/*/hours", null).said(CONTENT)).isFalse();
        assertThat(element("/windows/*/hours", null).said(CONTENT)).isTrue();
        assertThat(element("/rooms/*/hours", null).asked(CONTENT)).isTrue();
        assertThat(element("/topics/*/name", null).asked(CONTENT)).isFalse();
        assertThat(element("/nowhere/*/name", null).asked(CONTENT)).isFalse();
    }

    @Test
    void someElementsAreAskedOfSomeEntriesOnly() {
        assertThat(element("/note", new Only("/for", List.of("LEGAL"))).asked(CONTENT)).isTrue();
        assertThat(element("/note", new Only("/for", List.of("NATURAL"))).asked(CONTENT)).isFalse();
        assertThat(element("/note", new Only("/name", List.of("许可"))).asked(CONTENT)).isTrue();
        assertThat(element("/note", new Only("/nowhere", List.of("x"))).asked(CONTENT)).isFalse();
    }

    private static DetailElement element(String pointer, @Nullable Only only) {
        return new DetailElement(Kind.ITEM, "要素", pointer, only);
    }
}
