package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.VersionPhase;
import org.oneseal.catalog.packages.PackageStatus;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.reviewing.EditorialState;

/**
 * A package with the version that governs today.
 *
 * @param governing null before the first day of the first version
 * @param draft null for whoever does not edit it, and where nothing is being edited
 * @param editorialState how far the draft has come, shown to the same; null without one
 * @param reviewReason why the draft was sent back, or what was said when it was passed
 */
record PackageView(
        String code,
        String region,
        String department,
        PackageStatus status,
        @Nullable String statusReason,
        long version,
        @Nullable VersionView governing,
        List<Published> versions,
        @Nullable PackageBody draft,
        @Nullable EditorialState editorialState,
        @Nullable String reviewReason) {

    /** A version in a list. */
    record Published(
            int number,
            String hash,
            LocalDate effectiveFrom,
            Instant publishedAt,
            VersionPhase phase) {

        static Published of(ServicePackage found, PackageVersion version) {
            return new Published(
                    version.number(),
                    version.hash(),
                    version.effectiveFrom(),
                    version.publishedAt(),
                    found.phase(version));
        }
    }

    /** A published version, whole. */
    record VersionView(Published version, PackageBody content) {}

    /** A package in a list. */
    record LineView(
            String code,
            String name,
            String region,
            String department,
            PackageStatus status,
            int latest,
            List<String> items) {

        static LineView of(Packages.Line line) {
            return new LineView(
                    line.code(),
                    line.name(),
                    line.region(),
                    line.department(),
                    line.status(),
                    line.latest(),
                    line.items());
        }
    }
}
