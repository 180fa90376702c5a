package org.oneseal.catalog.packages;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.oneseal.catalog.packages.PackageOutcome.NotNow;
import org.oneseal.catalog.packages.PackageOutcome.Objected;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a package, replaces its draft or throws it away. */
@Component
public class EditPackage {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}-[a-z0-9][a-z0-9-]{1,29}");

    /** Where the first six digits of a code are not known. */
    private static final String ANY_REGION = "######";

    private final Packages packages;
    private final PackageDesk desk;
    private final PackageDigests digests;

    EditPackage(Packages packages, PackageDesk desk, PackageDigests digests) {
        this.packages = packages;
        this.desk = desk;
        this.digests = digests;
    }

    /** What stands against a new package of that code, wherever it is to count. */
    @Transactional(readOnly = true)
    public List<Objection> objections(String code) {
        if (!CODE.matcher(code).matches()) return List.of(invalid(code, ANY_REGION));
        return packages.find(code).isEmpty()
                ? List.of()
                : List.of(Objection.of("package-code-taken", code).at("/code"));
    }

    private static Objection invalid(String code, String start) {
        return Objection.of("package-code-invalid", code, start).at("/code");
    }

    /**
     * Begins a package.
     *
     * @param code six digits of its region, a hyphen and a name of its own
     * @param department of the region, whose existence the caller has made sure of
     */
    @Transactional
    public PackageOutcome begin(
            String code,
            RegionCode region,
            String department,
            PackageContent content,
            Actor actor,
            Instant now) {
        String start = region.value().substring(0, 6);
        if (!code.startsWith(start) || !CODE.matcher(code).matches()) {
            return new Objected(List.of(invalid(code, start)));
        }
        if (packages.find(code).isPresent()) return new NotNow(objections(code));
        PackageOutcome.Done begun =
                ServicePackage.begin(code, region, department, content, digests);
        return desk.store(begun.servicePackage(), actor, now, begun);
    }

    @Transactional
    public PackageOutcome change(
            String code, long expected, PackageContent content, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, p -> p.edit(content, digests));
    }

    @Transactional
    public PackageOutcome discard(String code, long expected, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, p -> p.discardDraft(digests));
    }
}
