package org.oneseal.catalog.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.Items;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A department asks for data for an item, and the provider answers within its limit. */
@Component
public class AskForData {

    private static final String PERSONAL = "个人信息保护法第十三条";

    private final DataResources resources;
    private final DataDemands demands;
    private final Departments departments;
    private final Items items;
    private final ResourceRuleBook rules;
    private final WorkCalendars calendars;
    private final ResourceAnnouncements announcements;
    private final Ids ids;

    AskForData(
            DataResources resources,
            DataDemands demands,
            Departments departments,
            Items items,
            ResourceRuleBook rules,
            WorkCalendars calendars,
            ResourceAnnouncements announcements,
            Ids ids) {
        this.resources = resources;
        this.demands = demands;
        this.departments = departments;
        this.items = items;
        this.rules = rules;
        this.calendars = calendars;
        this.announcements = announcements;
        this.ids = ids;
    }

    /**
     * What is needed and for what.
     *
     * @param asker code of the department that needs it
     */
    public record Request(
            String asker,
            String item,
            String purpose,
            List<String> elements,
            Consent consent,
            @Nullable String consentGround) {}

    /** Files a demand of what the directory says today. */
    @Transactional
    public DemandOutcome ask(String code, Request request, Actor actor, Instant now) {
        DataResource resource =
                resources.find(code).orElseThrow(() -> new NotFound("resource", code));
        LocalDate today = ItemDesk.today(now);
        Optional<ResourceVersion> said = resource.on(today);
        if (said.isEmpty()) {
            return DemandOutcome.NotNow.because(
                    Objection.of("resource-not-published", code, today.toString()));
        }
        ResourceContent content = said.get().content();
        List<Objection> objections = against(resource, content, request, today);
        if (!objections.isEmpty()) return new DemandOutcome.Objected(objections);
        String ground = request.consentGround();
        DataDemand demand =
                new DataDemand(
                        ids.next(resource.region()),
                        code,
                        resource.region(),
                        said.get().number(),
                        content.share(),
                        resource.department(),
                        request.asker(),
                        request.item(),
                        request.purpose().strip(),
                        request.elements(),
                        request.consent(),
                        ground == null || ground.isBlank() ? null : ground.strip(),
                        actor.id(),
                        now,
                        null,
                        0,
                        "");
        return new DemandOutcome.Done(store(demand, actor, now));
    }

    private List<Objection> against(
            DataResource resource, ResourceContent content, Request request, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (content.share() == ShareKind.NOT_SHARED) {
            objections.add(notShared(resource.code(), content));
        }
        if (departments.find(request.asker()).isEmpty()) {
            objections.add(Objection.of("department-unknown", request.asker()).at("/department"));
        }
        if (resource.department().equals(request.asker())) {
            objections.add(Objection.of("demand-of-own-resource").at("/department"));
        }
        Optional<Item> item = items.find(request.item()).filter(i -> i.intake(today).isPresent());
        if (item.isEmpty()) {
            objections.add(Objection.of("item-unknown", request.item()).at("/item"));
        } else if (!item.get().department().equals(request.asker())) {
            objections.add(
                    Objection.of("demand-for-another-item", request.item(), request.asker())
                            .at("/item"));
        }
        if (request.purpose().isBlank()) {
            objections.add(Objection.of("purpose-missing").at("/purpose"));
        }
        elements(content, request, objections);
        return objections;
    }

    private static Objection notShared(String code, ResourceContent content) {
        Objection objection = Objection.of("resource-not-shared", code);
        String ground = content.ground();
        return ground == null ? objection : objection.withGround(ground);
    }

    private static void elements(
            ResourceContent content, Request request, List<Objection> objections) {
        List<String> elements = request.elements();
        if (elements.isEmpty()) objections.add(Objection.of("elements-missing").at("/elements"));
        Set<String> seen = new HashSet<>();
        boolean personal = false;
        for (int i = 0; i < elements.size(); i++) {
            String code = elements.get(i);
            String at = "/elements/" + i;
            Optional<DataElement> element = content.element(code);
            if (element.isEmpty()) objections.add(Objection.of("element-unknown", code).at(at));
            if (!seen.add(code)) objections.add(Objection.of("code-repeated", code).at(at));
            personal |= element.map(DataElement::personal).orElse(false);
        }
        if (personal && request.consent() == Consent.NOT_NEEDED) {
            objections.add(Objection.of("consent-missing").withGround(PERSONAL).at("/consent"));
        }
        String ground = request.consentGround();
        if (request.consent() == Consent.LAW && (ground == null || ground.isBlank())) {
            objections.add(
                    Objection.of("consent-without-ground")
                            .withGround(PERSONAL)
                            .at("/consentGround"));
        }
    }

    /**
     * The provider's person agrees or refuses.
     *
     * @param ground what a refusal rests on
     */
    @Transactional
    public DemandOutcome answer(
            String id,
            long expected,
            boolean agreed,
            @Nullable String ground,
            Actor actor,
            Instant now) {
        DataDemand demand = demands.find(id).orElseThrow(() -> new NotFound("demand", id));
        if (demand.version() != expected) throw new StaleVersion(id, expected);
        ResourceRule rule = rules.on(demand.region(), asked(demand));
        DemandOutcome outcome = demand.answered(agreed, ground, actor.id(), rule, now);
        return outcome instanceof DemandOutcome.Done(var answered)
                ? new DemandOutcome.Done(store(answered, actor, now))
                : outcome;
    }

    /** The last day for an answer: counted from the day after it was asked, by the rule of then. */
    public LocalDate due(DataDemand demand) {
        return due(demand, calendars);
    }

    /** The same of a page of demands by their ids, with each calendar looked up once. */
    public Map<String, LocalDate> due(List<DataDemand> all) {
        Map<RegionCode, Optional<WorkCalendar>> published = new HashMap<>();
        WorkCalendars known = region -> published.computeIfAbsent(region, calendars::publishedFor);
        Map<String, LocalDate> due = new HashMap<>();
        for (DataDemand demand : all) due.put(demand.id(), due(demand, known));
        return due;
    }

    private LocalDate due(DataDemand demand, WorkCalendars known) {
        WorkCalendar calendar = known.of(demand.region());
        int days = rules.on(demand.region(), asked(demand)).answerWorkingDays(demand.share());
        return calendar.plusWorkdays(calendar.dayOf(demand.askedAt()), days);
    }

    private static LocalDate asked(DataDemand demand) {
        return ItemDesk.today(demand.askedAt());
    }

    private DataDemand store(DataDemand demand, Actor actor, Instant now) {
        Chain chain = announcements.record(demand, actor, now);
        DataDemand stored = demand.at(chain.sequence(), chain.head());
        if (demand.version() == 0) demands.add(stored);
        else demands.save(stored, demand.version());
        return stored;
    }
}
