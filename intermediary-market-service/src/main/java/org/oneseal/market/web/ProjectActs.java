package org.oneseal.market.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of the acts on a project. */
final class ProjectActs {

    private ProjectActs() {}

    /**
     * The operator's review.
     *
     * @param closesAt when sign-up closes; for PUBLISHED
     * @param reasons why not; for RETURNED
     */
    record PublicationRequest(
            @NotNull Result result,
            @Nullable Instant closesAt,
            @NotNull @Size(max = 50) List<@NotNull @Valid ReasonRequest> reasons) {

        enum Result {
            PUBLISHED,
            RETURNED
        }

        record ReasonRequest(
                @NotNull @Size(max = 50) String code,
                @NotNull @Size(max = 1000) String text,
                @Nullable @Size(max = 200) String ground) {}
    }

    /**
     * An institution signs up.
     *
     * @param noTie it declares that nothing ties it to the buyer or the project
     */
    record SignUpRequest(boolean noTie) {}

    /** Whether the drawn institution takes the project. */
    record ConfirmationRequest(boolean takes) {}

    /** The contract as concluded. */
    record ContractRequest(
            @NotNull @Size(min = 1, max = 100) String number,
            @Min(1) long amountFen,
            @NotNull LocalDate signedOn,
            @NotNull LocalDate dueOn) {}

    /**
     * The result that was handed over.
     *
     * @param digest of the paper, {@code SM3:} or {@code SHA-256:} and 64 hexadecimal digits
     */
    record ResultRequest(
            @NotNull @Size(min = 1, max = 200) String title,
            @NotNull @Size(max = 80) String digest) {}
}
