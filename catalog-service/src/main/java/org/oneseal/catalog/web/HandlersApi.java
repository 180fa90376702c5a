package org.oneseal.catalog.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Delegations;
import org.oneseal.catalog.delegation.ResolveHandler;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who handles an item where, and how it came to that. */
@RestController
@RequestMapping("/api/v1/items/{code}")
class HandlersApi {

    private final Items items;
    private final Regions regions;
    private final Delegations delegations;
    private final ResolveHandler resolve;
    private final Problems problems;
    private final InstantSource time;

    HandlersApi(
            Items items,
            Regions regions,
            Delegations delegations,
            ResolveHandler resolve,
            Problems problems,
            InstantSource time) {
        this.items = items;
        this.regions = regions;
        this.delegations = delegations;
        this.resolve = resolve;
        this.problems = problems;
        this.time = time;
    }

    /**
     * The answer of the resolver.
     *
     * @param item what to apply for there: the handler's own item where it has published one
     * @param version that governs intake on the day, null where the item takes no cases
     * @param inTheNameOf whose decision it is
     * @param via the acts it came by, from the owner on
     */
    record HandlerView(
            String item,
            @Nullable Integer version,
            LocalDate on,
            BodyView handler,
            BodyView inTheNameOf,
            List<GrantView> via) {}

    /** A department as it signs. */
    record BodyView(String department, String name, String uscc, String region) {

        static BodyView of(Department department) {
            return new BodyView(
                    department.code(),
                    department.name(),
                    department.uscc().value(),
                    department.region().value());
        }
    }

    /** Who handles the item for a place on a day, and in whose name; today when no day is named. */
    @GetMapping("/handler")
    ResponseEntity<?> handler(
            Caller caller,
            @PathVariable String code,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String park,
            @RequestParam(required = false) @Nullable LocalDate on) {
        RegionCode where = Codes.region(place);
        if (regions.find(where).isEmpty()) throw new NotFound("region", place);
        LocalDate day = on == null ? LocalDate.ofInstant(time.instant(), WorkCalendar.ZONE) : on;
        return switch (resolve.resolve(published(code), where, park, day)) {
            case ResolveHandler.Answer.Found(
                            var item,
                            var version,
                            var handler,
                            var name,
                            var via) ->
                    ResponseEntity.ok(
                            new HandlerView(
                                    item.code(),
                                    version,
                                    day,
                                    BodyView.of(handler),
                                    BodyView.of(name),
                                    via.stream().map(GrantView::of).toList()));
            case ResolveHandler.Answer.Objected(var objections) ->
                    problems.unprocessable(objections);
        };
    }

    /** Every act that ever moved the item, also those that are over. */
    @GetMapping("/delegations")
    List<GrantView> delegations(Caller caller, @PathVariable String code) {
        return delegations.grantsOf(published(code).code()).stream().map(GrantView::of).toList();
    }

    private Item published(String code) {
        return items.find(code)
                .filter(item -> !item.versions().isEmpty())
                .orElseThrow(() -> new NotFound("item", code));
    }
}
