package org.oneseal.market.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the formal check came to; a refusal gives every reason at once. */
record FormalCheckRequest(
        @NotNull Result result,
        @NotNull @Size(max = 50) List<@NotNull @Valid ReasonRequest> reasons) {

    enum Result {
        ADMITTED,
        REFUSED
    }

    record ReasonRequest(
            @NotBlank @Size(max = 50) String code,
            @NotBlank @Size(max = 500) String text,
            @Nullable @Size(max = 200) String ground) {}
}
