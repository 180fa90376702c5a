package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.market.Marketplace.CLOSE;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Replica;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two processes of the market on one database: nothing is drawn, told or taken twice. */
@PlatformTest
class TwoReplicasTest extends LotteryMarket {

    private static final int PROJECTS = 12;

    @Autowired ApplicationContext context;

    @Test
    void everyProjectIsClosedDrawnAndToldOnce() throws IOException {
        Marketplace market = market();
        try (var other = Replica.of(MarketApplication.class, context, settings())) {
            assertThat(other.isRunning()).isTrue();
            List<Member> members = market.members(3);
            List<String> projects = new ArrayList<>();
            for (int i = 0; i < PROJECTS; i++) {
                String id = market.open(market.commissioned(market.acceptedCase()));
                market.allSignUp(id, members);
                projects.add(id);
            }
            market.at(CLOSE);
            for (String id : projects) market.becomes(id, "SEALED");
            String round =
                    market.page(projects.getFirst(), 1)
                            .path("announcement")
                            .path("round")
                            .asString();
            Files.writeString(LOTTERY, round + " 03 08 11 19 27 30 + 07\n");
            market.at(VALUE);
            for (String id : projects) market.becomes(id, "DRAWN");

            List<String> expected =
                    List.of(
                            "project-submitted",
                            "project-published",
                            "institution-signed-up",
                            "institution-signed-up",
                            "institution-signed-up",
                            "sign-up-closed",
                            "drawn");
            await().atMost(Patience.SOON)
                    .untilAsserted(() -> assertThat(drawn(projects)).hasSize(PROJECTS));
            for (String id : projects) {
                await().untilAsserted(() -> assertThat(market.told(id)).isEqualTo(expected));
                assertThat(
                                jdbc.queryForList(
                                        "SELECT sequence FROM history WHERE aggregate_id = ?"
                                                + " ORDER BY sequence",
                                        Long.class,
                                        id))
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            }
        }
    }

    /** Those of these projects of which a draw was told: other stories share the topic. */
    private Set<String> drawn(List<String> projects) {
        Set<String> drawn = new HashSet<>();
        for (Topics.Message message : topics.all("oneseal.market.v1")) {
            if (projects.contains(message.key())
                    && String.valueOf(message.headers().get("ce_type")).endsWith(".drawn")) {
                assertThat(drawn.add(String.valueOf(message.key()))).as("told twice").isTrue();
            }
        }
        return drawn;
    }
}
