package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Delegation;
import org.oneseal.catalog.delegation.Delegations;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Who granted, took over, looked back at and took back an act by which items go to another body.
 */
@RestController
@RequestMapping("/api/v1/delegations/{id}/history")
class DelegationHistoryApi {

    private final Delegations delegations;
    private final Departments departments;
    private final ItemHistory history;

    DelegationHistoryApi(Delegations delegations, Departments departments, ItemHistory history) {
        this.delegations = delegations;
        this.departments = departments;
        this.history = history;
    }

    /**
     * One thing that was done to an act.
     *
     * @param what type of the event without its prefix, such as delegation-granted
     * @param day from which it counts, was taken over, is taken back or has ended, Asia/Shanghai
     * @param step of the preparation that was done, null for anything else
     * @param finding of those who looked back at it, null for anything else
     * @param reason why it is taken back, or what was found, null for anything else
     * @param suspendedItems items that rested on it, where it has ended
     * @param hash of the entry in the act's evidence
     */
    record DelegationHistoryView(
            long sequence,
            String what,
            Instant at,
            Instant recordedAt,
            ItemHistoryView.ActorView actor,
            @Nullable LocalDate day,
            @Nullable String step,
            @Nullable String finding,
            @Nullable String reason,
            List<String> suspendedItems,
            String hash) {

        static DelegationHistoryView of(ItemHistory.Entry entry) {
            JsonNode data = entry.data();
            return new DelegationHistoryView(
                    entry.sequence(),
                    entry.type().substring(entry.type().indexOf('.') + 1),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    ItemHistoryView.ActorView.of(entry.actor()),
                    Stream.of("validFrom", "on", "from")
                            .map(data::path)
                            .filter(JsonNode::isString)
                            .map(day -> LocalDate.parse(day.asString()))
                            .findFirst()
                            .orElse(null),
                    text(data, "step"),
                    text(data, "finding"),
                    data.has("text") ? text(data, "text") : text(data, "reason"),
                    data.path("suspendedItems").valueStream().map(JsonNode::asString).toList(),
                    entry.hash());
        }

        private static @Nullable String text(JsonNode data, String member) {
            JsonNode value = data.path(member);
            return value.isString() ? value.asString() : null;
        }
    }

    /** Newest first; for the editors of whoever gives or receives, and for auditors. */
    @GetMapping
    Page<DelegationHistoryView> history(Caller caller, @PathVariable String id, PageRequest page) {
        Delegation act =
                Histories.readable(caller, delegations.find(id), this::regions, "delegation", id);
        return Histories.page(
                page,
                (before, limit) -> history.ofDelegation(act.id(), before, limit),
                DelegationHistoryView::of);
    }

    private List<RegionCode> regions(Delegation act) {
        return Stream.concat(
                        Stream.of(act.receiverRegion()),
                        act.givers().stream()
                                .flatMap(giver -> departments.find(giver).stream())
                                .map(Department::region))
                .toList();
    }
}
