package org.oneseal.cases.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * An application as it comes in, before anything is known to be right.
 *
 * @param atCounter a clerk takes it in; what is missing may then be asked for by a correction
 *     notice
 * @param region where it is handled; the item's region where null
 */
public record Submission(
        String id,
        String caseNumber,
        String queryNumber,
        Subject subject,
        boolean actingFor,
        String channel,
        boolean atCounter,
        @Nullable RegionCode region,
        List<CaseFact.Material> materials) {

    public Submission {
        materials = List.copyOf(materials);
    }

    /**
     * For whom.
     *
     * @param name of a legal person; null for a natural one
     */
    public record Subject(
            String party,
            String mask,
            CaseHeader.SubjectKind kind,
            @Nullable String name,
            @Nullable String uscc) {}
}
