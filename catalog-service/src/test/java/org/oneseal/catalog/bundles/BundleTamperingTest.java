package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.bundles.BundleReading.Read;
import org.oneseal.catalog.bundles.BundleReading.Refused;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/** Whatever is done to a bundle on its way, it is refused, or it says what it said before. */
class BundleTamperingTest {

    private static final long SEED = 431103;
    private static final RegionCode REGION = new RegionCode("431103000000");

    private final Json json = new Json();

    private record Letters(String name, int rank) implements BundlePart {

        @Override
        public List<JsonNode> lines(RegionCode region, Instant now) {
            return List.of();
        }

        @Override
        public List<BundleLine> take(
                List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
            return List.of();
        }
    }

    private final List<BundlePart> parts = List.of(new Letters("one", 1), new Letters("two", 2));

    private String written(KeyRing keys, int lines) {
        Map<String, List<JsonNode>> of = new LinkedHashMap<>();
        for (BundlePart part : parts) {
            List<JsonNode> data = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                data.add(
                        CanonicalJson.parse(
                                "{\"code\":\"%s%d\",\"名\":\"许可\"}".formatted(part.name(), i)));
            }
            of.put(part.name(), data);
        }
        return new WriteBundle(parts, keys, json)
                .write(REGION, of, Instant.parse("2026-11-22T01:02:03Z"));
    }

    @Test
    void bothProfilesAreWrittenAndRead() {
        for (CryptoProfile profile : CryptoProfile.values()) {
            KeyRing there = KeyRing.ephemeral(profile, "upper");
            KeyRing here = KeyRing.ephemeral(CryptoProfile.CN, "here");
            String bundle = written(there, 3);
            ReadBundle trusting = new ReadBundle(there::publicKeys, here, parts, json);
            assertThat(trusting.read(bundle)).isInstanceOf(Read.class);
            ReadBundle wary = new ReadBundle(List::of, here, parts, json);
            assertThat(wary.read(bundle))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.objections())
                                            .extracting(Objection::code)
                                            .containsExactly("bundle-key-untrusted"));
        }
    }

    @Test
    void noChangeOfAByteGoesUnseen() {
        KeyRing keys = KeyRing.ephemeral(CryptoProfile.CN, "here");
        ReadBundle reader = new ReadBundle(List::of, keys, parts, json);
        String bundle = written(keys, 4);
        String digest = digest(reader.read(bundle));
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + round);
            StringBuilder altered = new StringBuilder(bundle);
            int at = random.nextInt(altered.length());
            switch (random.nextInt(3)) {
                case 0 -> altered.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 1 -> altered.deleteCharAt(at);
                default -> altered.insert(at, (char) (32 + random.nextInt(95)));
            }
            BundleReading reading = reader.read(altered.toString());
            if (reading instanceof Refused) refused++;
            else {
                assertThat(digest(reading)).as("seed %d round %d", SEED, round).isEqualTo(digest);
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static String digest(BundleReading reading) {
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).bundle().digest();
    }
}
