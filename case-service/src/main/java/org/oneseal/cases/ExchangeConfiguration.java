package org.oneseal.cases;

import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.FeedLedger;
import org.oneseal.cases.exchange.RegisterSource;
import org.oneseal.cases.exchange.ReplayRejections;
import org.oneseal.cases.exchange.SettleExchange;
import org.oneseal.cases.exchange.Sources;
import org.oneseal.cases.exchange.TakeFeed;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.messaging.Quotas;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases of the exchange together. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    RegisterSource registerSource(Sources sources, Ids ids) {
        return new RegisterSource(sources, ids);
    }

    @Bean
    TakeFeed takeFeed(
            FeedLedger ledger,
            Cases cases,
            ItemVersions items,
            WorkCalendars calendars,
            TimeRules timeRules,
            Journal journal,
            Ids ids,
            KeyRing keys) {
        return new TakeFeed(
                ledger, cases, items, calendars, timeRules, journal, ids, keys.profile());
    }

    @Bean
    ReplayRejections replayRejections(FeedBooks books, TakeFeed takeFeed) {
        return new ReplayRejections(books, takeFeed);
    }

    @Bean
    SettleExchange settleExchange(FeedBooks books, Journal journal) {
        return new SettleExchange(books, journal);
    }

    @Bean
    Quotas quotas() {
        return new Quotas(System::nanoTime);
    }
}
