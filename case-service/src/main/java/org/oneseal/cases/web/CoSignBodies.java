package org.oneseal.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.cosign.Quorum;
import org.oneseal.cases.handling.CoSigning;
import org.oneseal.cases.handling.HandlingFact;

/** What is sent and shown of co-signing. */
final class CoSignBodies {

    private CoSignBodies() {}

    /**
     * Who is asked to sign what.
     *
     * @param ratio for RATIO: how many parts of how many must agree, rounded up
     */
    record CoSignRequest(
            @NotNull @Size(max = 500) String matter,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> signers,
            @NotNull Rule rule,
            @Nullable @Valid RatioBody ratio) {
        Quorum quorum() {
            return switch (rule) {
                case ALL -> Quorum.ALL;
                case ANY -> Quorum.ANY;
                case RATIO -> {
                    RatioBody given = Objects.requireNonNullElse(ratio, new RatioBody(0, 0));
                    yield new Quorum(given.parts(), given.of());
                }
            };
        }
    }

    enum Rule {
        ALL,
        ANY,
        RATIO
    }

    record RatioBody(
            @NotNull @Min(0) @Max(100) Integer parts, @NotNull @Min(0) @Max(100) Integer of) {}

    record SignatureRequest(@NotNull Boolean agreed, @Nullable @Size(max = 2000) String opinion) {}

    record CoSigningView(
            String coSignId,
            String matter,
            List<String> signers,
            int needed,
            CoSigning.State state,
            List<HandlingFact.CoSigned> signed) {
        static CoSigningView of(CoSigning it) {
            var asked = it.asked();
            return new CoSigningView(
                    asked.coSignId(),
                    asked.matter(),
                    asked.signers(),
                    asked.needed(),
                    it.state(),
                    it.signed());
        }
    }
}
