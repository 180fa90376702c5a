package org.oneseal.catalog.packages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemSearch;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.packages.ShippedPackages.Shipped;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes the packages that come with the service for a region, as far as its items are there, or
 * leaves them as drafts where another person is to review them first. A package that is there
 * already stays as its editors have it.
 */
@Component
public class AdoptPackages {

    private static final int SAME_NAME = 50;

    private final ShippedPackages shipped;
    private final Packages packages;
    private final PackageDesk desk;
    private final PackageDigests digests;
    private final PublishPackage publish;
    private final Items items;
    private final Departments departments;

    AdoptPackages(
            ShippedPackages shipped,
            Packages packages,
            PackageDesk desk,
            PackageDigests digests,
            PublishPackage publish,
            Items items,
            Departments departments) {
        this.shipped = shipped;
        this.packages = packages;
        this.desk = desk;
        this.digests = digests;
        this.publish = publish;
        this.items = items;
        this.departments = departments;
    }

    /** What became of one. */
    public enum Result {
        NEW,
        THERE,
        /** Its draft waits for another person's review (审定). */
        WAITING,
        REFUSED
    }

    /**
     * One package that comes with the service.
     *
     * @param objections why it was refused, none otherwise
     */
    public record Line(String code, String name, Result result, List<Objection> objections) {}

    /** Adopts all that are not there yet; each by itself, so that one refused stops no other. */
    @Transactional
    public List<Line> adopt(RegionCode region, Actor actor, Instant now) {
        List<Line> lines = new ArrayList<>();
        for (Shipped one : shipped.all()) lines.add(adopt(one, region, actor, now));
        return lines;
    }

    private Line adopt(Shipped one, RegionCode region, Actor actor, Instant now) {
        String code = region.value().substring(0, 6) + "-" + one.code();
        String name = one.content().name().zh();
        if (packages.find(code).isPresent()) return new Line(code, name, Result.THERE, List.of());
        Optional<Department> department = departments.named(region, one.department());
        if (department.isEmpty()) {
            return new Line(
                    code,
                    name,
                    Result.REFUSED,
                    List.of(
                            Objection.of("department-unknown", one.department())
                                    .at("/department")));
        }
        PackageContent content =
                one.content().renamed(item -> code(item, region), lead -> department(lead, region));
        PackageOutcome.Done begun =
                ServicePackage.begin(code, region, department.get().code(), content, digests);
        return switch (publish.trial(begun.servicePackage(), ItemDesk.today(now), now)) {
            case PackageOutcome.Objected(var objections) ->
                    new Line(code, name, Result.REFUSED, objections);
            case PackageOutcome.NotNow _ -> {
                // A draft that nobody has seen yet waits for nothing but a review.
                desk.store(begun.servicePackage(), actor, now, begun);
                yield new Line(code, name, Result.WAITING, List.of());
            }
            case PackageOutcome.Done _ -> {
                desk.store(begun.servicePackage(), actor, now, begun);
                ServicePackage drafted = desk.find(code);
                desk.store(drafted, actor, now, publish.trial(drafted, ItemDesk.today(now), now));
                yield new Line(code, name, Result.NEW, List.of());
            }
        };
    }

    /** The code of the region's item of that name and type; the name itself where there is none. */
    private String code(String item, RegionCode region) {
        int slash = item.lastIndexOf('/');
        String name = item.substring(0, slash);
        return items
                .search(
                        new ItemSearch(
                                name,
                                region,
                                null,
                                ItemSearch.Lists.ANY,
                                null,
                                null,
                                null,
                                List.of(),
                                SAME_NAME))
                .stream()
                .filter(i -> i.name().equals(name) && i.region().equals(region.value()))
                .filter(i -> i.itemType().equals(item.substring(slash + 1)))
                .findFirst()
                .map(ItemSummary::code)
                .orElse(item);
    }

    private String department(String name, RegionCode region) {
        return departments.named(region, name).map(Department::code).orElse(name);
    }
}
