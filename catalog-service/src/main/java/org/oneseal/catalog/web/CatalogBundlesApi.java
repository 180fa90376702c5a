package org.oneseal.catalog.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.oneseal.catalog.bundles.Bundle;
import org.oneseal.catalog.bundles.BundleLine;
import org.oneseal.catalog.bundles.BundleReading;
import org.oneseal.catalog.bundles.BundleReport;
import org.oneseal.catalog.bundles.ReadBundle;
import org.oneseal.catalog.bundles.TakeBundle;
import org.oneseal.catalog.bundles.WriteBundle;
import org.oneseal.catalog.items.Difference;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalog of a region as one signed file, out of one environment and into another. */
@RestController
@RequestMapping("/api/v1/catalog-bundles")
class CatalogBundlesApi {

    private static final String LINES = "application/jsonl";
    private static final String GZIP = "application/gzip";
    private static final int LARGEST = 64 * 1024 * 1024;

    private final WriteBundle write;
    private final ReadBundle read;
    private final TakeBundle take;
    private final Told told;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    CatalogBundlesApi(
            WriteBundle write,
            ReadBundle read,
            TakeBundle take,
            Told told,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.write = write;
        this.read = read;
        this.take = take;
        this.told = told;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /**
     * What becomes of one line of the bundle.
     *
     * @param waiting days from which the versions count that wait for another person's review here
     */
    record BundleLineView(
            String part,
            String key,
            String name,
            BundleLine.Result result,
            List<Difference> differences,
            List<LocalDate> waiting,
            List<ObjectionView> objections) {

        static List<BundleLineView> of(BundleReport report, Told told) {
            return report.lines().stream()
                    .map(
                            line ->
                                    new BundleLineView(
                                            line.part(),
                                            line.key(),
                                            line.name(),
                                            line.result(),
                                            line.differences(),
                                            line.waiting(),
                                            told.told(line.objections())))
                    .toList();
        }
    }

    /**
     * What a bundle changes.
     *
     * @param trial whether nothing was done yet
     */
    record BundleReportView(
            String region,
            Instant exportedAt,
            String signedBy,
            boolean trial,
            long added,
            long changed,
            long same,
            long waiting,
            long refused,
            List<BundleLineView> lines) {

        static BundleReportView of(Bundle bundle, BundleReport report, boolean trial, Told told) {
            return new BundleReportView(
                    bundle.manifest().region(),
                    bundle.manifest().exportedAt(),
                    bundle.signedBy(),
                    trial,
                    report.count(BundleLine.Result.NEW),
                    report.count(BundleLine.Result.CHANGED),
                    report.count(BundleLine.Result.SAME),
                    report.count(BundleLine.Result.WAITING),
                    report.count(BundleLine.Result.REFUSED),
                    BundleLineView.of(report, told));
        }
    }

    /** The catalog of a region and below it, as lines of JSON, signed. */
    @GetMapping(produces = LINES)
    ResponseEntity<String> lines(Caller caller, @RequestParam String region) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "jsonl", StandardCharsets.UTF_8))
                .body(write.write(readable(caller, region), time.instant()));
    }

    /** The same, compressed: what may be too large to be taken in as it is. */
    @GetMapping(path = "/compressed", produces = GZIP)
    ResponseEntity<byte[]> compressed(Caller caller, @RequestParam String region)
            throws IOException {
        RegionCode of = readable(caller, region);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(write.write(of, time.instant()).getBytes(StandardCharsets.UTF_8));
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"catalog-" + region + ".jsonl.gz\"")
                .contentType(MediaType.parseMediaType(GZIP))
                .body(bytes.toByteArray());
    }

    private static RegionCode readable(Caller caller, String region) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        RegionCode of = Codes.region(region);
        Editing.require(caller, of);
        return of;
    }

    /**
     * Takes a bundle over, whole or not at all; a second time nothing changes. Where another person
     * than the editor reviews, versions are left as drafts, and what is made of them waits.
     *
     * @param dryRun only says what would happen
     */
    @PostMapping(
            path = "/imports",
            consumes = {LINES, GZIP})
    ResponseEntity<?> take(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        byte[] plain = plain(body);
        if (plain == null) {
            return problems.unprocessable(
                    List.of(Objection.of("bundle-too-large", String.valueOf(LARGEST))));
        }
        return switch (read.read(new String(plain, StandardCharsets.UTF_8))) {
            case BundleReading.Refused(var objections) -> problems.unprocessable(objections);
            case BundleReading.Read(var bundle) -> take(caller, key, bundle, dryRun);
        };
    }

    private ResponseEntity<?> take(
            Caller caller, IdempotencyKey key, Bundle bundle, boolean dryRun) {
        Editing.require(caller, new RegionCode(bundle.manifest().region()));
        Instant now = time.instant();
        if (dryRun) {
            BundleReport report = take.tryOut(bundle, Editing.actor(caller), now);
            return ResponseEntity.ok(BundleReportView.of(bundle, report, true, told));
        }
        return posts.once(
                caller,
                key,
                "POST /catalog-bundles/imports",
                bundle.digest(),
                () -> {
                    BundleReport report = take.take(bundle, Editing.actor(caller), now);
                    return report.count(BundleLine.Result.REFUSED) > 0
                            ? problems.unprocessable(report.objections())
                            : ResponseEntity.ok(BundleReportView.of(bundle, report, false, told));
                });
    }

    /** Unpacked where it is packed; null where that would be too much. */
    private static byte @org.jspecify.annotations.Nullable [] plain(byte[] body) {
        boolean packed = body.length > 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
        if (!packed) return body;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(LARGEST + 1);
            return plain.length > LARGEST ? null : plain;
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
