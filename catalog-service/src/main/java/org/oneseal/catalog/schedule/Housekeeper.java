package org.oneseal.catalog.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.calendars.ProvideCalendars;
import org.oneseal.catalog.calendars.YearCalendar;
import org.oneseal.catalog.delegation.EndDelegations;
import org.oneseal.catalog.departments.ProvisionAccounts;
import org.oneseal.catalog.lifecycle.CancelItem;
import org.oneseal.catalog.lifecycle.SwitchVersions;
import org.oneseal.catalog.packages.SwitchPackages;
import org.oneseal.catalog.registers.LoadRegisters;
import org.oneseal.catalog.regions.LoadRegions;
import org.oneseal.catalog.search.FollowEntries;
import org.oneseal.catalog.search.RebuildSearch;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.worktime.WorkCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the catalog does by itself: loads its reference data at the start, and then looks every few
 * seconds for what has become due. Each task may run on several replicas at once.
 */
@Component
class Housekeeper implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);

    private final LoadRegions regions;
    private final LoadRegisters registers;
    private final RebuildSearch search;
    private final FollowEntries found;
    private final ProvideCalendars calendars;
    private final ProvisionAccounts accounts;
    private final CancelItem cancellations;
    private final SwitchVersions versions;
    private final EndDelegations delegations;
    private final SwitchPackages packages;
    private final InstantSource time;

    Housekeeper(
            LoadRegions regions,
            LoadRegisters registers,
            RebuildSearch search,
            FollowEntries found,
            ProvideCalendars calendars,
            ProvisionAccounts accounts,
            CancelItem cancellations,
            SwitchVersions versions,
            EndDelegations delegations,
            SwitchPackages packages,
            InstantSource time) {
        this.regions = regions;
        this.registers = registers;
        this.search = search;
        this.found = found;
        this.calendars = calendars;
        this.accounts = accounts;
        this.cancellations = cancellations;
        this.versions = versions;
        this.delegations = delegations;
        this.packages = packages;
        this.time = time;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Instant now = time.instant();
        int changed = regions.load(now);
        if (changed > 0) LOG.info("{} regions are new or have changed", changed);
        provideCalendars();
        loadRegisters(now);
    }

    private void loadRegisters(Instant now) {
        try {
            int entries = registers.load(now);
            if (entries > 0) LOG.info("{} entries of registers are new or have changed", entries);
        } catch (StaleVersion e) {
            LOG.info("another replica loads the registers");
        }
        RebuildSearch.Count count = search.rebuildOutdated();
        if (count.items() > 0) LOG.info("built again for searching: {}", count);
        found.catchUp();
    }

    @Scheduled(
            fixedDelayString = "${oneseal.catalog.calendar-check:PT1H}",
            initialDelayString = "PT1H")
    void provideCalendars() {
        Instant now = time.instant();
        List<YearCalendar> published;
        try {
            published = calendars.provide(LocalDate.ofInstant(now, WorkCalendar.ZONE), now);
        } catch (StaleVersion e) {
            LOG.info("another replica provides the calendars");
            return;
        }
        for (YearCalendar calendar : published) {
            if (calendar.content().provisional()) {
                LOG.warn(
                        "no decree for {} yet: its calendar is provisional, import the decree when it is"
                                + " out",
                        calendar.year());
            }
        }
    }

    @Scheduled(fixedDelayString = "${oneseal.catalog.provisioning-check:PT2S}")
    void provisionAccounts() {
        // one account a transaction: the identity provider may be slow
        int most = 50;
        while (most-- > 0 && accounts.provision(time.instant(), 1) > 0) {
            LOG.debug("an account was looked at");
        }
    }

    /** Planned versions first: one that was due before a cancellation has governed until then. */
    @Scheduled(fixedDelayString = "${oneseal.catalog.day-check:PT5S}")
    void turnTheDay() {
        Instant now = time.instant();
        for (int done = versions.switchDue(now); done > 0; done = versions.switchDue(now)) {
            LOG.info("{} items are governed by another version from today on", done);
        }
        for (int done = cancellations.cancelDue(now); done > 0; ) {
            LOG.info("{} items are cancelled from today on", done);
            done = cancellations.cancelDue(now);
        }
        for (int done = delegations.endDue(now); done > 0; done = delegations.endDue(now)) {
            LOG.info("{} delegations have ended", done);
        }
        for (int done = packages.switchDue(now); done > 0; done = packages.switchDue(now)) {
            LOG.info("{} packages are governed by another version from today on", done);
        }
    }
}
