package org.oneseal.cases.correction;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.SupplementGiven;
import org.oneseal.cases.handling.HandlingFact.SupplementRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.items.ItemVersion;

/** What is asked for and handed in, and by which names. */
final class Supplements {

    private Supplements() {}

    /** What was asked for and has not come. */
    static Optional<SupplementRequested> pending(Case it) {
        @Nullable SupplementRequested pending = null;
        for (CaseFact fact : it.facts()) {
            if (fact instanceof SupplementRequested asked) pending = asked;
            if (fact instanceof SupplementGiven) pending = null;
        }
        return Optional.ofNullable(pending);
    }

    /** Something must come, and nothing that the item does not list. */
    static void handedIn(
            List<CaseFact.Material> materials, ItemVersion item, Objections objections) {
        for (int i = 0; i < materials.size(); i++) {
            String code = materials.get(i).code();
            if (item.material(code).isEmpty()) {
                objections.add(of("material-not-listed", code).at("/materials/" + i + "/code"));
            }
        }
        if (materials.isEmpty()) objections.add(of("nothing-handed-in").at("/materials"));
    }

    /** By the names that the item gives; what it does not list may not be asked for. */
    static List<CaseFact.Missing> named(
            List<CaseFact.Missing> missing, ItemVersion item, Objections objections) {
        if (missing.isEmpty()) objections.add(of("nothing-missing").at("/missing"));
        List<CaseFact.Missing> named = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            var asked = missing.get(i);
            var listed = item.material(asked.code());
            if (listed.isEmpty()) {
                objections.add(
                        of("material-not-listed", asked.code()).at("/missing/" + i + "/code"));
            } else {
                named.add(new CaseFact.Missing(asked.code(), listed.get().name(), asked.reason()));
            }
        }
        return named;
    }
}
