package org.oneseal.cases.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * One version of an implementation item (实施清单), as much of it as handling needs. Immutable but for
 * its status.
 *
 * @param jointHandling whether several bodies handle it together (联合办理), null where not told
 * @param extensionMovesPromise whether an extension moves the promised due date too, null where not
 *     told
 * @param commitment class of approval on a promise (告知承诺), null where it was not told
 */
public record ItemVersion(
        String itemCode,
        int version,
        String region,
        String department,
        String departmentName,
        @Nullable String departmentUscc,
        String name,
        String itemType,
        CaseKind caseKind,
        List<String> serviceObjects,
        @Nullable TimeLimit legalLimit,
        @Nullable TimeLimit promisedLimit,
        String legalBasis,
        List<Material> materials,
        List<Step> steps,
        List<SpecialProcedure> specialProcedures,
        @Nullable TimeLimit extensionMaximum,
        @Nullable Boolean extensionMovesPromise,
        @Nullable DeemedAcceptance deemedAcceptance,
        List<Result> results,
        boolean publicity,
        Status status,
        LocalDate effectiveFrom,
        @Nullable LocalDate cancelledFrom,
        @Nullable String commitment,
        @Nullable Boolean jointHandling) {

    public ItemVersion {
        serviceObjects = List.copyOf(serviceObjects);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        specialProcedures = List.copyOf(specialProcedures);
        results = List.copyOf(results);
    }

    /** Case kind (办件类型): 即办件 or 承诺件. */
    public enum CaseKind {
        IMMEDIATE,
        PROMISED
    }

    public enum Status {
        IN_FORCE,
        SUSPENDED,
        CANCELLED
    }

    /** Necessity of a material: TOLERATED may be missing at acceptance (容缺后补). */
    public enum Necessity {
        REQUIRED,
        OPTIONAL,
        TOLERATED
    }

    public record Material(String code, String name, Necessity necessity) {}

    /**
     * A step of handling (环节).
     *
     * @param separate whether it takes another person than the one who accepted (审批分离)
     * @param priorExamination whether a lower body examines here before the deciding one does
     *     (先行审查), null where not told
     */
    public record Step(
            String code,
            String name,
            String role,
            @Nullable TimeLimit limit,
            boolean separate,
            @Nullable Boolean priorExamination) {

        /** Whether its time runs from acceptance, whenever it is begun (行政许可法 art. 43). */
        public boolean countsFromAcceptance() {
            return Boolean.TRUE.equals(priorExamination);
        }
    }

    /**
     * A procedure that stops the clock (特别程序).
     *
     * @param name as people read it, null of versions taken before it was told
     * @param maxDays the longest it may be announced for, in working days
     */
    public record SpecialProcedure(
            String kind, @Nullable String name, int maxDays, String legalGround) {

        public String called() {
            return name == null || name.isBlank() ? kind : name;
        }
    }

    /** What silence means (逾期不告知), where the law says it. */
    public record DeemedAcceptance(TimeLimit limit, String legalGround) {}

    public record Result(
            String code,
            String name,
            @Nullable String certificateType,
            @Nullable Integer validityMonths) {}

    /** Whether new applications may come in on this day. */
    public boolean openOn(LocalDate day) {
        return status == Status.IN_FORCE
                && !day.isBefore(effectiveFrom)
                && (cancelledFrom == null || day.isBefore(cancelledFrom));
    }

    /** Joint handling: 45 working days and 15 more, which the head of the government approves. */
    public boolean joint() {
        return Boolean.TRUE.equals(jointHandling);
    }

    /** What the item tolerates to be missing must be promised (要件后补). */
    public boolean promiseNeeded() {
        return "POST_SUPPLEMENT".equals(commitment);
    }

    public Optional<Material> material(String code) {
        return materials.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    public Optional<SpecialProcedure> specialProcedure(String kind) {
        return specialProcedures.stream().filter(p -> p.kind().equals(kind)).findFirst();
    }

    public Optional<Step> step(String code) {
        return steps.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** The step that decides: the last one; empty where the item lists none. */
    public Optional<Step> decidingStep() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** The steps between acceptance and decision; none where one sitting does it all. */
    public List<Step> middleSteps() {
        return steps.size() < 3 ? List.of() : steps.subList(1, steps.size() - 1);
    }

    /** Credit code of the body that acts: the first part of every implementation code. */
    public @Nullable String authorityUscc() {
        if (departmentUscc != null) return departmentUscc;
        return itemCode.length() >= 18 ? itemCode.substring(0, 18) : null;
    }
}
