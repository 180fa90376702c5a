package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.publishing.PublishRules;
import org.oneseal.platform.identity.ImplementationCode;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Who handles an item for a place on a day, in whose name, and under which version. */
@Component
public class ResolveHandler {

    private final Delegations delegations;
    private final Items items;
    private final Departments departments;

    ResolveHandler(Delegations delegations, Items items, Departments departments) {
        this.delegations = delegations;
        this.items = items;
        this.departments = departments;
    }

    /** The answer, or why there is none. */
    public sealed interface Answer {

        /**
         * @param item what to apply for: the handler's own item where it has published one
         * @param version of that item that governs intake on the day, null where none does
         */
        record Found(
                Item item,
                @Nullable Integer version,
                Department handler,
                Department inTheNameOf,
                List<Grant> via)
                implements Answer {}

        record Objected(List<Objection> objections) implements Answer {}
    }

    /**
     * Resolves.
     *
     * @param park code of the department that manages the park, null outside one
     */
    public Answer resolve(Item item, RegionCode place, @Nullable String park, LocalDate day) {
        if (!item.region().contains(place)) {
            return new Answer.Objected(
                    List.of(
                            Objection.of("place-outside-item", place.value(), item.code())
                                    .at("/place")));
        }
        if (park != null && departments.find(park).isEmpty()) {
            return new Answer.Objected(
                    List.of(Objection.of("department-unknown", park).at("/park")));
        }
        Responsibility found =
                Resolver.resolve(
                        item.department(), delegations.grantsOf(item.code()), place, park, day);
        Department handler = departments.find(found.handler()).orElseThrow();
        Department name = departments.find(found.inTheNameOf()).orElseThrow();
        Item applied = own(item, name, day).orElse(item);
        return new Answer.Found(
                applied,
                applied.intake(day).map(ItemVersion::number).orElse(null),
                handler,
                name,
                found.via());
    }

    /** The item that a body decides in its own name, if it takes cases on the day. */
    private Optional<Item> own(Item item, Department name, LocalDate day) {
        if (name.code().equals(item.department())) return Optional.empty();
        return items.find(ownCode(item, name)).filter(i -> i.intake(day).isPresent());
    }

    /** The code under which a body publishes the matter of an item as its own. */
    static String ownCode(Item item, Department department) {
        return ImplementationCode.of(
                        department.uscc(),
                        PublishRules.exerciseLevel(department.region()),
                        new ImplementationCode(item.code()).matter())
                .value();
    }
}
