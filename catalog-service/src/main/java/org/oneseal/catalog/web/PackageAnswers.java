package org.oneseal.catalog.web;

import java.time.InstantSource;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageOutcome;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the routes of packages answer, and what they show to whom. */
@Component
class PackageAnswers extends DraftedAnswers<ServicePackage, PackageOutcome> {

    private final PackageContents contents;
    private final Problems problems;

    PackageAnswers(
            Packages packages,
            PackageContents contents,
            Problems problems,
            IdempotentPosts posts,
            InstantSource time) {
        super("package", "/packages", packages::find, posts, time);
        this.contents = contents;
        this.problems = problems;
    }

    @Override
    ResponseEntity<?> answer(Caller caller, int status, PackageOutcome outcome) {
        return switch (outcome) {
            case PackageOutcome.Done(var done, _) -> shown(status, done, view(caller, done));
            case PackageOutcome.Objected(var objections) -> problems.unprocessable(objections);
            case PackageOutcome.NotNow(var objections) -> problems.conflict(objections);
        };
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
                found.offered(today()).map(v -> version(found, v)).orElse(null),
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
