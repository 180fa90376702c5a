package org.oneseal.catalog.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.EffectiveDay;
import org.oneseal.catalog.items.Versioned;
import org.oneseal.catalog.resources.ResourceOutcome.Done;
import org.oneseal.catalog.resources.ResourceOutcome.NotNow;
import org.oneseal.catalog.resources.ResourceOutcome.Objected;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * An entry of the directory (数据资源): what its unit has to fill in, and the versions it has filled
 * in. Every method answers with a new entry or with objections.
 *
 * @param region of the unit that provides it
 * @param department code of that unit
 * @param name as it was listed; the versions may say it better
 * @param dueFrom first day on which its unit had to fill it in
 * @param withdrawnFrom first day on which it no longer counted, null while it does
 * @param reason why it was withdrawn, null while it counts
 * @param versions oldest first
 * @param version of the aggregate, one a history entry
 */
public record DataResource(
        String code,
        RegionCode region,
        String department,
        String name,
        LocalDate dueFrom,
        @Nullable LocalDate withdrawnFrom,
        @Nullable String reason,
        List<ResourceVersion> versions,
        long version,
        String chainHead)
        implements Versioned<ResourceVersion> {

    public DataResource {
        versions = List.copyOf(versions);
    }

    /** Its unit is told to fill it in, from a day on. */
    static DataResource due(
            String code, RegionCode region, String department, String name, LocalDate from) {
        return new DataResource(
                code, region, department, name.strip(), from, null, null, List.of(), 0, "");
    }

    public ResourceStatus status() {
        if (withdrawnFrom != null) return ResourceStatus.WITHDRAWN;
        return versions.isEmpty() ? ResourceStatus.DUE : ResourceStatus.PUBLISHED;
    }

    /** What counts on a day, as far as it was planned. */
    public Optional<ResourceVersion> on(LocalDate day) {
        LocalDate end = withdrawnFrom;
        return end != null && !day.isBefore(end) ? Optional.empty() : reached(day);
    }

    /** Whether it has ever said just that. */
    boolean has(ResourceContent content) {
        return versions.stream().anyMatch(v -> v.content().equals(content));
    }

    /**
     * Says something from a day on.
     *
     * @param checked what the checks found in it
     * @param effectiveFrom first day, today or later
     */
    ResourceOutcome publish(
            ResourceContent content,
            List<Objection> checked,
            String hash,
            LocalDate effectiveFrom,
            LocalDate today,
            Instant now) {
        if (withdrawnFrom != null) return over();
        List<Objection> objections = new ArrayList<>(checked);
        Optional<ResourceVersion> before = latest();
        objections.addAll(
                EffectiveDay.against(
                        effectiveFrom,
                        today,
                        before.map(ResourceVersion::effectiveFrom).orElse(null)));
        before.filter(last -> last.content().equals(content))
                .map(last -> Objection.of("resource-unchanged", String.valueOf(last.number())))
                .ifPresent(objections::add);
        if (!objections.isEmpty()) return new Objected(objections);
        ResourceVersion published =
                new ResourceVersion(
                        before.map(ResourceVersion::number).orElse(0) + 1,
                        content,
                        hash,
                        effectiveFrom,
                        now);
        List<ResourceVersion> all = new ArrayList<>(versions);
        all.add(published);
        return new Done(
                with(withdrawnFrom, reason, all, version, chainHead),
                new ResourceChange.Published(published));
    }

    /** It counts no longer, from today on; what was agreed of it ends with it. */
    ResourceOutcome withdraw(String why, LocalDate today) {
        if (withdrawnFrom != null) return over();
        if (why.isBlank()) {
            return new Objected(List.of(Objection.of("reason-missing").at("/reason")));
        }
        return new Done(
                with(today, why.strip(), versions, version, chainHead),
                new ResourceChange.Withdrawn(why.strip()));
    }

    DataResource at(long sequence, String head) {
        return with(withdrawnFrom, reason, versions, sequence, head);
    }

    private DataResource with(
            @Nullable LocalDate end,
            @Nullable String why,
            List<ResourceVersion> all,
            long sequence,
            String head) {
        return new DataResource(
                code, region, department, name, dueFrom, end, why, all, sequence, head);
    }

    private NotNow over() {
        return NotNow.because(Objection.of("resource-withdrawn", code));
    }
}
