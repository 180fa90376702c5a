package org.oneseal.catalog.bundles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.publishing.PublishRuleBook;
import org.oneseal.platform.objection.Objection;
import org.springframework.stereotype.Component;

/**
 * Items whose drafts wait for another person's review, so that what is made of them waits too and
 * is taken over with the next import.
 */
@Component
class WaitingItems {

    private final Items items;
    private final PublishRuleBook rules;

    WaitingItems(Items items, PublishRuleBook rules) {
        this.items = items;
        this.rules = rules;
    }

    /** Those that have never been published. */
    List<Objection> unpublished(Collection<String> codes, LocalDate today) {
        return waiting(codes, today, item -> item.versions().isEmpty());
    }

    /** Those of which any version waits. */
    List<Objection> changing(Collection<String> codes, LocalDate today) {
        return waiting(codes, today, _ -> true);
    }

    private List<Objection> waiting(
            Collection<String> codes, LocalDate today, Predicate<Item> which) {
        return codes.stream()
                .distinct()
                .map(items::find)
                .flatMap(Optional::stream)
                .filter(which)
                .filter(item -> item.draft() != null)
                .filter(item -> rules.on(item.region(), today).reviews().separate())
                .map(item -> Objection.of("bundle-item-waits", item.code()))
                .toList();
    }
}
