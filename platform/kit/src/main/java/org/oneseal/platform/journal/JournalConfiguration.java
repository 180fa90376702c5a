package org.oneseal.platform.journal;

import java.time.InstantSource;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.messaging.Announcements;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires history, seals and their routes of a service. */
@AutoConfiguration(
        afterName = {
            "org.oneseal.platform.messaging.MessagingConfiguration",
            "org.oneseal.platform.vault.VaultConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        })
public class JournalConfiguration {

    @Bean
    Journal journal(
            JdbcTemplate jdbc,
            Announcements announcements,
            KeyRing keys,
            InstantSource time,
            @Value("${oneseal.service}") String service) {
        return new JdbcJournal(jdbc, announcements, keys.profile(), time, service);
    }

    @Bean
    JdbcHistory jdbcHistory(JdbcTemplate jdbc) {
        return new JdbcHistory(jdbc);
    }

    @Bean
    JdbcSeals jdbcSeals(JdbcTemplate jdbc, @Value("${oneseal.service}") String service) {
        return new JdbcSeals(jdbc, service);
    }

    @Bean
    Receipts receipts(
            KeyRing keys, InstantSource time, @Value("${oneseal.service}") String service) {
        return new Receipts(keys, time, service);
    }

    @Bean
    EvidenceExport evidenceExport(
            JdbcHistory history,
            JdbcSeals seals,
            Receipts receipts,
            KeyRing keys,
            PlatformTransactionManager transactions,
            @Value("${oneseal.service}") String service) {
        return new EvidenceExport(history, seals, receipts, keys, transactions, service);
    }

    @Bean
    Erasure erasure(JdbcTemplate jdbc) {
        return new Erasure(jdbc);
    }

    @Bean
    SealJob sealJob(
            JdbcSeals seals,
            Announcements announcements,
            KeyRing keys,
            PlatformTransactionManager transactions,
            InstantSource time,
            @Value("${oneseal.service}") String service,
            @Value("${oneseal.seal.out:}") String outside,
            @Value("${oneseal.seal.batch:5000}") int batch) {
        return new SealJob(seals, announcements, keys, transactions, time, service, outside, batch);
    }

    @Bean
    EventsApi eventsApi(JdbcHistory history, @Value("${oneseal.service}") String service) {
        return new EventsApi(history, service);
    }

    @Bean
    SealsApi sealsApi(JdbcSeals seals, KeyRing keys) {
        return new SealsApi(seals, keys);
    }
}
