package org.oneseal.catalog.publishing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.PackageCodes;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.publishing.SupplyingResources.Supply;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.UnitTable;

/**
 * One check that stands between a draft and its publication.
 *
 * @param ground law or standard, empty where plain sense is enough
 */
record PublishRule(String name, String ground, Function<Candidate, Stream<Objection>> check) {

    /** What is checked, with all that the checks look into. */
    record Candidate(
            Item item,
            ItemContent content,
            PublishParameters parameters,
            UnitTable units,
            Department department,
            BasicDirectory matters,
            IntermediaryDirectory intermediaries,
            Function<String, Optional<Supply>> supplies,
            Conditions conditions,
            PackageCodes packages,
            List<CodeScheme> schemes) {}

    Stream<Objection> objections(Candidate candidate) {
        return check.apply(candidate)
                .map(o -> ground.isEmpty() || o.ground() != null ? o : o.withGround(ground));
    }
}
