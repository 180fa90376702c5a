package org.oneseal.catalog.web;

import java.time.InstantSource;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageOutcome;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the routes of packages have in common: finding, answering, showing. */
@Component
class PackageAnswers {

    private final Packages packages;
    private final PackageContents contents;
    private final Problems problems;
    private final InstantSource time;

    PackageAnswers(
            Packages packages, PackageContents contents, Problems problems, InstantSource time) {
        this.packages = packages;
        this.contents = contents;
        this.problems = problems;
        this.time = time;
    }

    ResponseEntity<?> answer(Caller caller, int status, PackageOutcome outcome) {
        return switch (outcome) {
            case PackageOutcome.Done(var done, _) ->
                    ResponseEntity.status(status)
                            .eTag(Versions.etag(done.version()))
                            .body(view(caller, done));
            case PackageOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case PackageOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
    }

    /** A package never published is there for the editors of its region only. */
    ServicePackage find(Caller caller, String code) {
        return packages.find(code)
                .filter(p -> !p.versions().isEmpty() || Editing.covers(caller, p.region()))
                .orElseThrow(() -> new NotFound("package", code));
    }

    /** Goes on if the caller edits where the package counts. */
    void editable(Caller caller, String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Editing.require(caller, find(caller, code).region());
    }

    PackageView view(Caller caller, ServicePackage found) {
        boolean edits = Editing.covers(caller, found.region());
        PackageContent draft = edits ? found.draft() : null;
        Review review = edits ? found.review() : null;
        return new PackageView(
                found.code(),
                found.region().value(),
                found.department(),
                found.status(),
                found.statusReason(),
                found.version(),
                found.offered(ItemDesk.today(time.instant()))
                        .map(v -> version(found, v))
                        .orElse(null),
                found.versions().stream().map(v -> PackageView.Published.of(found, v)).toList(),
                draft == null ? null : contents.body(draft),
                edits ? found.editorialState() : null,
                review == null ? null : review.reason());
    }

    PackageView.VersionView version(ServicePackage found, PackageVersion version) {
        return new PackageView.VersionView(
                PackageView.Published.of(found, version), contents.body(version.content()));
    }
}
