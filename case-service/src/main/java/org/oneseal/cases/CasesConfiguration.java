package org.oneseal.cases;

import java.util.List;
import org.oneseal.cases.assignment.Roster;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.decision.DecideCase;
import org.oneseal.cases.filing.Drafts;
import org.oneseal.cases.filing.ForgetDrafts;
import org.oneseal.cases.handling.CaseNumbers;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleByTimer;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.intake.SubmitCase;
import org.oneseal.cases.items.Catalog;
import org.oneseal.cases.items.FindItem;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.RebaseCase;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.RegisterParty;
import org.oneseal.cases.promises.DraftPromise;
import org.oneseal.cases.promises.PromiseRules;
import org.oneseal.cases.restrictions.Restrictions;
import org.oneseal.cases.substitution.Substitute;
import org.oneseal.cases.substitution.Substitutions;
import org.oneseal.cases.suspension.Projects;
import org.oneseal.cases.suspension.ResumeByResult;
import org.oneseal.cases.suspension.SuspendCase;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.security.PublicPaths;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the use cases together; they know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CasesConfiguration {

    /** Whoever has scanned a certificate needs no token to see that it is real. */
    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(List.of("/api/v1/verify/**"));
    }

    @Bean
    FindItem findItem(ItemVersions known, Catalog catalog) {
        return new FindItem(known, catalog);
    }

    @Bean
    RegisterParty registerParty(Parties parties) {
        return new RegisterParty(parties);
    }

    @Bean
    DraftPromise draftPromise(
            PromiseRules rules, Restrictions restrictions, WorkCalendars calendars) {
        return new DraftPromise(rules, restrictions, calendars);
    }

    @Bean
    SubmitCase submitCase(
            Cases cases, DraftPromise draftPromise, WorkCalendars calendars, Ids ids) {
        return new SubmitCase(cases, draftPromise, calendars, ids);
    }

    @Bean
    SuspendCase suspendCase(HandleCase handleCase, Projects projects) {
        return new SuspendCase(handleCase, projects);
    }

    @Bean
    ResumeByResult resumeByResult(
            Cases cases, Projects projects, ItemVersions items, WorkCalendars calendars) {
        return new ResumeByResult(cases, projects, items, calendars);
    }

    @Bean
    HandleCase handleCase(Cases cases, ItemVersions items, WorkCalendars calendars, Ids ids) {
        return new HandleCase(cases, items, calendars, ids);
    }

    @Bean
    DecideCase decideCase(
            Cases cases,
            ItemVersions items,
            WorkCalendars calendars,
            CaseNumbers numbers,
            Certificates certificates,
            TimeRules timeRules) {
        return new DecideCase(cases, items, calendars, numbers, certificates, timeRules);
    }

    @Bean
    ForgetDrafts forgetDrafts(Drafts drafts, ItemVersions items, OfficeRules rules) {
        return new ForgetDrafts(drafts, items, rules);
    }

    @Bean
    Substitute substitute(Roster roster, Substitutions substitutions, OfficeRules rules) {
        return new Substitute(roster, substitutions, rules);
    }

    @Bean
    HandleByTimer handleByTimer(Cases cases, ItemVersions items, WorkCalendars calendars) {
        return new HandleByTimer(cases, items, calendars);
    }

    @Bean
    RebaseCase rebaseCase(Cases cases, WorkCalendars calendars) {
        return new RebaseCase(cases, calendars);
    }
}
