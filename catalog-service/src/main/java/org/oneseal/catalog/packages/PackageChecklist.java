package org.oneseal.catalog.packages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.Checklist;
import org.oneseal.catalog.guide.Asked;
import org.oneseal.catalog.guide.Finding;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.packages.PackageContent.Link;

/**
 * What one applicant needs for a package: which items, in which order, one form, one list of
 * materials.
 *
 * @param unused codes of answers that were not asked for, and of members that do not take part
 * @param feeTotalFen null while a fee is open or its standard decides
 */
public record PackageChecklist(
        String code,
        int version,
        LocalDate on,
        Checklist.State state,
        PackageContent content,
        List<Asked> questions,
        List<String> unused,
        List<Finding> refusals,
        List<Finding> roles,
        List<MemberLine> members,
        PackageOrder order,
        MergedForm form,
        List<MaterialLine> materials,
        @Nullable Long feeTotalFen) {

    /**
     * An item of the package.
     *
     * @param findings determinations that decided it, or that still may; none where it always takes
     *     part
     * @param checklist of its own, null unless it takes part
     */
    public record MemberLine(
            PackageContent.Member member,
            Part part,
            List<Finding> findings,
            @Nullable Checklist checklist) {}

    /** Takes part, does not, or not known yet. */
    public enum Part {
        TAKES_PART,
        LEFT_OUT,
        OPEN
    }

    /**
     * A material, handed in once for all members that need it.
     *
     * @param uses what each member makes of it
     */
    public record MaterialLine(
            String name, Provision provision, Material.Form form, int copies, List<Use> uses) {}

    /** A member's own line of a material, and the member whose result provides it. */
    public record Use(
            String item, Provision provision, Checklist.MaterialLine line, @Nullable Link source) {}

    /** Handed in, perhaps, on file, provided by another member, not asked of this person. */
    public enum Provision {
        NEEDED,
        OPEN,
        ON_FILE,
        FROM_MEMBER,
        LEFT_OUT
    }
}
