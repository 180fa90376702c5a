package org.oneseal.catalog.resources;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * What a department needs of another's resource for an item (数据需求), and what the provider says to
 * it.
 *
 * @param region of the provider
 * @param resourceVersion what the directory said of the resource when it was asked for
 * @param share likewise
 * @param provider code of the department that has it
 * @param asker code of the department that needs it
 * @param item implementation code of the asker's item
 * @param elements codes of what is needed, in the order asked for
 * @param consentGround law that allows it, null where the applicant agrees or nobody need
 * @param answer null while nobody has answered
 * @param version of the aggregate, one a history entry
 */
public record DataDemand(
        String id,
        String resource,
        RegionCode region,
        int resourceVersion,
        ShareKind share,
        String provider,
        String asker,
        String item,
        String purpose,
        List<String> elements,
        Consent consent,
        @Nullable String consentGround,
        String askedBy,
        Instant askedAt,
        @Nullable Answer answer,
        long version,
        String chainHead) {

    public DataDemand {
        elements = List.copyOf(elements);
    }

    /** How far a demand has come. */
    public enum State {
        OPEN,
        AGREED,
        REFUSED
    }

    /**
     * What the provider's person says.
     *
     * @param ground what a refusal rests on; null where it is agreed to without more
     * @param by id of the actor
     */
    public record Answer(boolean agreed, @Nullable String ground, String by, Instant at) {}

    public State state() {
        if (answer == null) return State.OPEN;
        return answer.agreed() ? State.AGREED : State.REFUSED;
    }

    /** Agrees or refuses, once; what is shared without a condition cannot be refused. */
    DemandOutcome answered(
            boolean agreed, @Nullable String ground, String by, ResourceRule rule, Instant now) {
        if (answer != null) {
            return DemandOutcome.NotNow.because(Objection.of("demand-answered", id));
        }
        String why = ground == null || ground.isBlank() ? null : ground.strip();
        List<Objection> objections = new ArrayList<>();
        if (!agreed && share == ShareKind.UNCONDITIONAL) {
            objections.add(
                    Objection.of("refusal-of-unconditional", resource)
                            .withGround(rule.ground())
                            .at("/agreed"));
        }
        if (!agreed && why == null) {
            objections.add(
                    Objection.of("demand-refused-without-ground")
                            .withGround(rule.ground())
                            .at("/ground"));
        }
        if (!objections.isEmpty()) return new DemandOutcome.Objected(objections);
        return new DemandOutcome.Done(with(new Answer(agreed, why, by, now), version, chainHead));
    }

    DataDemand at(long sequence, String head) {
        return with(answer, sequence, head);
    }

    private DataDemand with(@Nullable Answer given, long sequence, String head) {
        return new DataDemand(
                id,
                resource,
                region,
                resourceVersion,
                share,
                provider,
                asker,
                item,
                purpose,
                elements,
                consent,
                consentGround,
                askedBy,
                askedAt,
                given,
                sequence,
                head);
    }
}
