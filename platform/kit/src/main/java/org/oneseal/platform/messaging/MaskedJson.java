package org.oneseal.platform.messaging;

import java.util.Map;
import org.oneseal.platform.identity.CitizenNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON that comes from outside, without the citizen numbers in its texts, numbers and names. */
final class MaskedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MaskedJson() {}

    static JsonNode of(JsonNode node) {
        if (node.isObject()) {
            ObjectNode masked = NODES.objectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                masked.set(CitizenNumber.maskIn(member.getKey()), of(member.getValue()));
            }
            return masked;
        }
        if (node.isArray()) {
            ArrayNode masked = NODES.arrayNode();
            node.forEach(element -> masked.add(of(element)));
            return masked;
        }
        if (!node.isString() && !node.isNumber()) return node;
        String text = node.asString();
        String masked = CitizenNumber.maskIn(text);
        return masked.equals(text) ? node : NODES.stringNode(masked);
    }
}
