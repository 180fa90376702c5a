package org.oneseal.catalog.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.Difference.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DifferencesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void membersOfAListAreRecognisedByTheirCodeWhereverTheyStand() {
        assertThat(
                        between(
                                "{'m':[{'code':'a','n':1},{'code':'b','n':2},{'code':'c','n':3}]}",
                                "{'m':[{'code':'c','n':3},{'code':'b','n':9},{'code':'d','n':4}]}"))
                .containsExactly(
                        "REMOVED /m/0 {'code':'a','n':1} null",
                        "CHANGED /m/1/n 2 9",
                        "ADDED /m/2 null {'code':'d','n':4}",
                        "MOVED /m ['b','c'] ['c','b']");
    }

    @Test
    void plainValuesAndNullsAreComparedWholeAndNamesAreEscaped() {
        assertThat(between("{'a/b~':[1,2],'l':null}", "{'a/b~':[1,3],'l':{'x':1}}"))
                .containsExactly("CHANGED /a~1b~0 [1,2] [1,3]", "CHANGED /l null {'x':1}");
        assertThat(between("{'a':1}", "{'a':1}")).isEmpty();
    }

    @Test
    void whateverDiffersIsToldAtPlacesThatHoldTheToldValues() {
        for (long seed = 1; seed <= 400; seed++) {
            Random random = new Random(seed);
            JsonNode from = content(random);
            JsonNode to = random.nextInt(8) == 0 ? from.deepCopy() : content(random);
            List<Difference> differences = Differences.between(from, to);
            assertThat(differences.isEmpty()).as("seed %d", seed).isEqualTo(from.equals(to));
            for (Difference difference : differences) {
                if (difference.kind() == Kind.MOVED) continue;
                JsonNode side = difference.kind() == Kind.REMOVED ? from : to;
                JsonNode told =
                        difference.kind() == Kind.REMOVED ? difference.from() : difference.to();
                assertThat(side.at(difference.pointer()))
                        .as("seed %d, %s", seed, difference)
                        .isEqualTo(told);
            }
        }
    }

    private static JsonNode content(Random random) {
        ObjectNode content = JSON.createObjectNode();
        for (String name : List.of("x", "y", "z")) {
            if (random.nextBoolean()) content.put(name, random.nextInt(3));
            else content.putNull(name);
        }
        List<String> codes = new ArrayList<>(List.of("a", "b", "c", "d"));
        Collections.shuffle(codes, random);
        ArrayNode list = content.putArray("list");
        for (String code : codes.subList(0, random.nextInt(5))) {
            list.addObject().put("code", code).put("n", random.nextInt(2));
        }
        return content;
    }

    private static List<String> between(String from, String to) {
        return Differences.between(read(from), read(to)).stream()
                .map(d -> d.kind() + " " + d.pointer() + " " + d.from() + " " + d.to())
                .map(text -> text.replace('"', '\''))
                .toList();
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }
}
