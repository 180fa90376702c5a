package org.oneseal.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.Finding.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever member of an export is altered, it is found. */
class TamperingTest {

    private static final JsonMapper JSON = CanonicalJson.mapper();

    @ParameterizedTest
    @EnumSource
    void everyAlteredMemberOfEveryEntryIsFound(CryptoProfile profile) {
        var ledger = new Ledger(profile).record("a", 3).seal().record("a", 2).seal();
        Receipt receipt = ledger.receipt("a");
        String export = JSON.writeValueAsString(ledger.export("a"));
        long seed = 20260901;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        JsonNode untouched = JSON.readTree(export);
        assertThat(ledger.verify(Ledger.read(untouched), receipt)).isEmpty();

        int altered = 0;
        for (String pointer : leaves(untouched.required("entries"), "/entries")) {
            for (int turn = 0; turn < 3; turn++) {
                JsonNode tampered = JSON.readTree(export);
                alter(tampered, pointer, random);
                if (tampered.equals(untouched)) continue;
                altered++;
                List<Finding> findings = tryToVerify(ledger, tampered, receipt);
                assertThat(findings)
                        .as("seed %d: altered %s", seed, pointer)
                        .anyMatch(Finding::isFlaw);
            }
        }
        assertThat(altered).isGreaterThan(5 * 14);
    }

    private static List<Finding> tryToVerify(Ledger ledger, JsonNode export, Receipt receipt) {
        Evidence evidence;
        try {
            evidence = Ledger.read(export);
        } catch (RuntimeException e) {
            return List.of(Finding.of(Code.UNKNOWN_FORMAT, String.valueOf(e.getMessage())));
        }
        return ledger.verify(evidence, receipt);
    }

    private static List<String> leaves(JsonNode node, String pointer) {
        if (node.isObject()) {
            return node.propertyNames().stream()
                    .flatMap(name -> leaves(node.required(name), pointer + "/" + name).stream())
                    .toList();
        }
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                all.addAll(leaves(node.required(i), pointer + "/" + i));
            }
            return all;
        }
        return List.of(pointer);
    }

    private static void alter(JsonNode root, String pointer, RandomGenerator random) {
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) root.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        JsonNode value = parent.required(name);
        if (value.isNumber()) {
            parent.put(name, value.asLong() + random.nextInt(1, 5));
        } else if (name.endsWith("At")) {
            parent.put(
                    name,
                    Instant.parse(value.asString())
                            .plus(Duration.ofNanos(1000L * random.nextLong(1, 1L << 40)))
                            .toString());
        } else if (value.isNull()) {
            parent.put(name, "x");
        } else {
            var text = new StringBuilder(value.asString());
            int at = random.nextInt(text.length());
            text.setCharAt(at, text.charAt(at) == '7' ? '8' : '7');
            parent.put(name, text.toString());
        }
    }
}
