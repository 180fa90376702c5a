package org.oneseal.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseState;
import org.springframework.http.ProblemDetail;

/** What is sent to do the same to many cases, and what came of it. */
final class BulkBodies {

    private BulkBodies() {}

    /**
     * The same act on many cases.
     *
     * @param officer to assign or transfer to
     * @param reason to transfer or release
     * @param step to complete
     * @param opinion with the step
     */
    record BulkRequest(
            @NotNull Action action,
            @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull CaseAtVersion> cases,
            @Nullable @Size(min = 1, max = 100) String officer,
            @Nullable @Size(max = 500) String reason,
            @Nullable @Size(max = 50) String step,
            @Nullable @Size(max = 1000) String opinion) {}

    enum Action {
        CLAIM,
        ASSIGN,
        TRANSFER,
        RELEASE,
        ACCEPT,
        COMPLETE_STEP,
        GRANT
    }

    record CaseAtVersion(@NotBlank @Size(max = 64) String id, @NotNull Long version) {}

    record BulkResults(List<BulkResult> results) {}

    /**
     * What came of one case.
     *
     * @param status as it would have been answered alone
     * @param version afterwards, null where nothing was done
     */
    record BulkResult(
            String id,
            int status,
            @Nullable Long version,
            @Nullable CaseState state,
            @Nullable ProblemDetail problem) {}
}
