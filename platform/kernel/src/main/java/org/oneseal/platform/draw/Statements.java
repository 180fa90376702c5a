package org.oneseal.platform.draw;

import java.util.function.Consumer;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.evidence.CanonicalJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Digests of canonical JSON whose {@code kind} keeps one kind of statement from another's place.
 */
final class Statements {

    private Statements() {}

    static Digest digest(String algorithm, String kind, Consumer<ObjectNode> content) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        content.accept(statement.put("kind", "oneseal.draw." + kind).put("algorithm", algorithm));
        return Digest.of(algorithm, CanonicalJson.bytes(statement));
    }
}
