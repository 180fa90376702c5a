package org.oneseal.catalog.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.resources.ResourceOutcome.Done;
import org.oneseal.catalog.resources.ResourceOutcome.NotNow;
import org.oneseal.catalog.resources.ResourceOutcome.Objected;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells units what to fill in, takes in what they say, and takes entries off the directory. */
@Component
public class KeepResources {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}-[a-z0-9][a-z0-9-]{1,39}");

    private final DataResources resources;
    private final Departments departments;
    private final ResourceChecks checks;
    private final ResourceRuleBook rules;
    private final ResourceDigests digests;
    private final ResourceAnnouncements announcements;

    KeepResources(
            DataResources resources,
            Departments departments,
            ResourceChecks checks,
            ResourceRuleBook rules,
            ResourceDigests digests,
            ResourceAnnouncements announcements) {
        this.resources = resources;
        this.departments = departments;
        this.checks = checks;
        this.rules = rules;
        this.digests = digests;
        this.announcements = announcements;
    }

    /** What a unit has to fill in (应编目). */
    public record Due(String code, String department, String name) {}

    /** What stands against listing these: all of them or none are listed. */
    @Transactional(readOnly = true)
    public List<Objection> objections(List<Due> entries) {
        List<Objection> objections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Due entry = entries.get(i);
            String at = "/entries/" + i;
            Optional<Department> department = departments.find(entry.department());
            if (department.isEmpty()) {
                objections.add(
                        Objection.of("department-unknown", entry.department())
                                .at(at + "/department"));
            }
            code(entry.code(), department, at + "/code").ifPresent(objections::add);
            if (!seen.add(entry.code())) {
                objections.add(Objection.of("code-repeated", entry.code()).at(at + "/code"));
            }
            if (entry.name().isBlank()) {
                objections.add(Objection.of("resource-name-missing").at(at + "/name"));
            }
        }
        return objections;
    }

    private Optional<Objection> code(String code, Optional<Department> of, String at) {
        String start = of.map(d -> d.region().value().substring(0, 6)).orElse("");
        if (!CODE.matcher(code).matches() || !code.startsWith(start)) {
            return Optional.of(
                    Objection.of("resource-code-invalid", code, start.isEmpty() ? "######" : start)
                            .at(at));
        }
        return resources.find(code).isEmpty()
                ? Optional.empty()
                : Optional.of(Objection.of("resource-code-taken", code).at(at));
    }

    /**
     * Lists what units have to fill in, from today on.
     *
     * @param entries against which nothing stands
     */
    @Transactional
    public List<DataResource> list(List<Due> entries, Actor actor, Instant now) {
        return entries.stream().map(entry -> listed(entry, actor, now)).toList();
    }

    private DataResource listed(Due entry, Actor actor, Instant now) {
        Department department = departments.find(entry.department()).orElseThrow();
        DataResource due =
                DataResource.due(
                        entry.code(),
                        department.region(),
                        department.code(),
                        entry.name(),
                        ItemDesk.today(now));
        return store(due, actor, now, new Done(due, new ResourceChange.Listed()))
                        instanceof Done(var listed, _)
                ? listed
                : due;
    }

    /** Says of an entry what it holds, from a day on (编目). */
    @Transactional
    public ResourceOutcome publish(
            String code,
            long expected,
            ResourceContent content,
            LocalDate effectiveFrom,
            Actor actor,
            Instant now) {
        DataResource found = find(code, expected);
        LocalDate day = ruled(effectiveFrom, now);
        List<Objection> checked = checks.objections(content, rules.on(found.region(), day), day);
        return publish(found, content, checked, effectiveFrom, actor, now);
    }

    /** The same of what stands elsewhere, whose item may not be here yet. */
    ResourceOutcome take(
            DataResource found,
            ResourceContent content,
            LocalDate effectiveFrom,
            Actor actor,
            Instant now) {
        ResourceRule rule = rules.on(found.region(), ruled(effectiveFrom, now));
        return publish(
                found, content, checks.withoutItem(content, rule), effectiveFrom, actor, now);
    }

    private static LocalDate ruled(LocalDate effectiveFrom, Instant now) {
        return EffectiveDay.soonest(effectiveFrom, ItemDesk.today(now));
    }

    private ResourceOutcome publish(
            DataResource found,
            ResourceContent content,
            List<Objection> checked,
            LocalDate effectiveFrom,
            Actor actor,
            Instant now) {
        return store(
                found,
                actor,
                now,
                found.publish(
                        content,
                        checked,
                        digests.of(content),
                        effectiveFrom,
                        ItemDesk.today(now),
                        now));
    }

    @Transactional
    public ResourceOutcome withdraw(
            String code, long expected, String reason, Actor actor, Instant now) {
        DataResource found = find(code, expected);
        return store(found, actor, now, found.withdraw(reason, ItemDesk.today(now)));
    }

    private DataResource find(String code, long expected) {
        DataResource found = resources.find(code).orElseThrow(() -> new NotFound("resource", code));
        if (found.version() != expected) throw new StaleVersion(code, expected);
        return found;
    }

    private ResourceOutcome store(
            DataResource before, Actor actor, Instant now, ResourceOutcome outcome) {
        return switch (outcome) {
            case Done(var changed, var change) -> {
                Chain chain = announcements.record(before, changed, actor, change, now);
                DataResource stored = changed.at(chain.sequence(), chain.head());
                if (before.version() == 0) resources.add(stored);
                else resources.save(stored, before.version());
                yield new Done(stored, change);
            }
            case Objected objected -> objected;
            case NotNow not -> not;
        };
    }
}
