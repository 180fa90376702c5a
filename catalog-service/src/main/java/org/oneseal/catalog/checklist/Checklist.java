package org.oneseal.catalog.checklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Grant;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.guide.Advice;
import org.oneseal.catalog.guide.Asked;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Finding;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.items.Fee;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.Material;

/**
 * What one applicant needs.
 *
 * @param item what to apply for: the handler's own item where it has published one
 * @param unused codes of answers that were not asked for, or not yet
 * @param variant null where none was chosen so far
 * @param feeTotalFen null while a fee is open or its standard decides
 * @param spareCertificates held ones that replace nothing here, or that are no longer valid
 */
public record Checklist(
        String item,
        int version,
        LocalDate on,
        State state,
        List<Asked> questions,
        List<String> unused,
        @Nullable VariantLine variant,
        List<Finding> refusals,
        List<MaterialLine> materials,
        List<FeeLine> fees,
        @Nullable Long feeTotalFen,
        List<Finding> roles,
        List<Finding> packages,
        ItemContent content,
        Handling handling,
        List<HeldCertificate> spareCertificates) {

    /** Whether more must be answered, nothing is open any more, or it is no use. */
    public enum State {
        INCOMPLETE,
        COMPLETE,
        REFUSED
    }

    /** The situation in which one applies, and what led to it. */
    public record VariantLine(Guide.Variant variant, Finding finding) {}

    /**
     * A material.
     *
     * @param findings determinations that decided it, or that still may; none where the item asks
     *     everybody for it
     * @param certificate what replaces it, null unless such a one is on file
     * @param shared the evaluation of the area that replaces it, null unless there is one
     */
    public record MaterialLine(
            Material material,
            Need need,
            List<Finding> findings,
            @Nullable HeldCertificate certificate,
            @Nullable SharedFinding shared) {}

    /**
     * To be handed in, not asked of this person, replaced by a certificate or an evaluation of the
     * area, or not known yet.
     */
    public enum Need {
        NEEDED,
        LEFT_OUT,
        ON_FILE,
        OPEN
    }

    /**
     * A fee.
     *
     * @param amountFen null where it is open or its standard decides
     */
    public record FeeLine(
            Fee fee, FeeState state, @Nullable Long amountFen, List<Finding> findings) {}

    public enum FeeState {
        DUE,
        WAIVED,
        OPEN
    }

    /** Who handles it, in whose name, and by which acts. */
    public record Handling(Department handler, Department inTheNameOf, List<Grant> via) {}

    static State state(Advice advice) {
        if (!advice.holding(Effect.Kind.REFUSE).isEmpty()) {
            return State.REFUSED;
        }
        return advice.complete() ? State.COMPLETE : State.INCOMPLETE;
    }

    /** What to ask now; nothing once it is refused. */
    public List<Question> next() {
        if (state != State.INCOMPLETE) return List.of();
        return questions.stream()
                .filter(q -> q.standing() == Asked.Standing.NEXT)
                .map(Asked::question)
                .toList();
    }
}
