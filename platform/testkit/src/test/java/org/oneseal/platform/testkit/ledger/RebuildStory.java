package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.platform.testkit.ledger.Bookings.fresh;

import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a service keeps of what others told can be built again from nothing. */
@PlatformTest
class RebuildStory {

    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    private Bookings bookings() {
        return new Bookings(topics, jdbc);
    }

    @Test
    void aRebuildEndsEqual() {
        String key = fresh();
        for (int i = 1; i <= 20; i++) bookings().send(key, i, i);
        bookings().awaitTotal(key, 210);
        LedgerApplication.Totals.poisonous = false;
        var before = bookings().totals();
        jdbc.update("UPDATE total SET amount = 0 WHERE id = ?", key);

        subscriptions.rebuild("totals");

        await().atMost(Patience.SOON)
                .until(() -> subscriptions.isCaughtUp("totals") && bookings().total(key) == 210);
        await().untilAsserted(() -> assertThat(bookings().totals()).containsAllEntriesOf(before));
    }

    @Test
    void whatRestsOnAnotherProjectionIsBuiltAfterIt() {
        String key = fresh();
        for (int i = 1; i <= 20; i++) bookings().send(key, i, i);
        bookings().awaitTotal(key, 210);
        LedgerApplication.Totals.poisonous = false;

        subscriptions.rebuild("totals");
        subscriptions.rebuild("readings");

        await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp("readings"));
        assertThat(LedgerApplication.Readings.TOTALS_WHOLE).isNotEmpty().containsOnly(true);
    }
}
