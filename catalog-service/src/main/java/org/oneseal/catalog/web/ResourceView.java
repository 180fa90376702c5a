package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.resources.DataResource;
import org.oneseal.catalog.resources.DataResources;
import org.oneseal.catalog.resources.ResourceContent;
import org.oneseal.catalog.resources.ResourceStatus;
import org.oneseal.catalog.resources.ResourceVersion;

/**
 * An entry of the directory of data resources.
 *
 * @param name as it was listed
 * @param dueFrom first day on which its unit had to fill it in
 * @param on the day that is spoken of
 * @param said what counts on that day, null where nothing does
 */
record ResourceView(
        String code,
        String region,
        String department,
        String name,
        ResourceStatus status,
        LocalDate dueFrom,
        @Nullable LocalDate withdrawnFrom,
        @Nullable String reason,
        LocalDate on,
        @Nullable SaidView said,
        List<PublishedView> versions,
        long version) {

    /** A version in the list of them. */
    record PublishedView(int number, String hash, LocalDate effectiveFrom, Instant publishedAt) {

        static PublishedView of(ResourceVersion version) {
            return new PublishedView(
                    version.number(),
                    version.hash(),
                    version.effectiveFrom(),
                    version.publishedAt());
        }
    }

    /** A version, whole. */
    record SaidView(int number, LocalDate effectiveFrom, ResourceBody content) {

        static SaidView of(ResourceVersion version) {
            return new SaidView(
                    version.number(), version.effectiveFrom(), ResourceBody.of(version.content()));
        }
    }

    static ResourceView of(DataResource resource, LocalDate day) {
        return new ResourceView(
                resource.code(),
                resource.region().value(),
                resource.department(),
                resource.name(),
                resource.status(),
                resource.dueFrom(),
                resource.withdrawnFrom(),
                resource.reason(),
                day,
                resource.on(day).map(SaidView::of).orElse(null),
                resource.versions().stream().map(PublishedView::of).toList(),
                resource.version());
    }

    /**
     * An entry in a list.
     *
     * @param name as it is called on the day, before that as it was listed
     * @param filledFrom first day on which it said anything, null where it is still due
     * @param content what counts on the day, null where nothing does
     */
    record LineView(
            String code,
            String region,
            String department,
            String name,
            LocalDate dueFrom,
            @Nullable LocalDate filledFrom,
            @Nullable LocalDate withdrawnFrom,
            @Nullable ResourceBody content) {

        static LineView of(DataResources.Line line) {
            ResourceContent said = line.said();
            return new LineView(
                    line.code(),
                    line.region().value(),
                    line.department(),
                    said == null ? line.name() : said.name(),
                    line.dueFrom(),
                    line.filledFrom(),
                    line.withdrawnFrom(),
                    said == null ? null : ResourceBody.of(said));
        }
    }
}
