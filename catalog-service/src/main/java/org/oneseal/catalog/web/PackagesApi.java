package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.packages.AdoptPackages;
import org.oneseal.catalog.packages.EditPackage;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageOutcome;
import org.oneseal.catalog.packages.PackageVersion;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.PublishPackage;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.catalog.packages.WithdrawPackage;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items that are asked for once, for one event of life or business. */
@RestController
@RequestMapping("/api/v1/packages")
class PackagesApi {

    private final Packages packages;
    private final Departments departments;
    private final EditPackage edit;
    private final PublishPackage publish;
    private final WithdrawPackage withdraw;
    private final AdoptPackages adopt;
    private final PackageContents contents;
    private final Told told;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    PackagesApi(
            Packages packages,
            Departments departments,
            EditPackage edit,
            PublishPackage publish,
            WithdrawPackage withdraw,
            AdoptPackages adopt,
            PackageContents contents,
            Told told,
            IdempotentPosts posts,
            Problems problems,
            InstantSource time) {
        this.packages = packages;
        this.departments = departments;
        this.edit = edit;
        this.publish = publish;
        this.withdraw = withdraw;
        this.adopt = adopt;
        this.contents = contents;
        this.told = told;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** Packages where someone is (those of the regions above count), or those an item is in. */
    @GetMapping
    Page<PackageView.LineView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String item,
            PageRequest page) {
        List<Packages.Line> found =
                packages.list(
                        new Packages.Search(
                                region == null ? null : Codes.region(region),
                                item,
                                Editing.within(caller),
                                page.isFirst()
                                        ? ""
                                        : page.sortedBy(SortKey.TEXT).keyset().getFirst(),
                                page.fetch()));
        return Page.of(found, page, line -> List.of(line.code())).map(PackageView.LineView::of);
    }

    @GetMapping("/{code}")
    ResponseEntity<PackageView> one(Caller caller, @PathVariable String code) {
        ServicePackage found = find(caller, code);
        return ResponseEntity.ok().eTag(Versions.etag(found.version())).body(view(caller, found));
    }

    @GetMapping("/{code}/versions/{number}")
    PackageView.VersionView version(
            Caller caller, @PathVariable String code, @PathVariable int number) {
        ServicePackage found = find(caller, code);
        return found.versions().stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .map(v -> version(found, v))
                .orElseThrow(() -> new NotFound("version", code + "@" + number));
    }

    /** Begins a package. */
    @PostMapping
    ResponseEntity<?> begin(
            Caller caller, IdempotencyKey key, @Valid @RequestBody PackageRequestBody body) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Department department = departments.find(body.department()).orElse(null);
        if (department == null) {
            return problems.unprocessable(
                    List.of(
                            Objection.of("department-unknown", body.department())
                                    .at("/department")));
        }
        Editing.require(caller, department.region());
        return posts.once(
                caller,
                key,
                "POST /packages",
                body,
                () ->
                        answer(
                                caller,
                                201,
                                edit.begin(
                                        body.code(),
                                        department.region(),
                                        department.code(),
                                        contents.content(body.content()),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** Replaces the draft. */
    @PutMapping("/{code}/draft")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody PackageBody body) {
        editable(caller, code);
        return answer(
                caller,
                200,
                edit.change(
                        code,
                        version.value(),
                        contents.content(body),
                        Editing.actor(caller),
                        time.instant()));
    }

    @DeleteMapping("/{code}/draft")
    ResponseEntity<?> discard(Caller caller, ExpectedVersion version, @PathVariable String code) {
        editable(caller, code);
        return answer(
                caller,
                200,
                edit.discard(code, version.value(), Editing.actor(caller), time.instant()));
    }

    /** What publishing the draft today would answer; nothing changes. */
    @GetMapping("/{code}/draft/check")
    CheckView check(Caller caller, @PathVariable String code) {
        editable(caller, code);
        List<Objection> objections = publish.check(code, time.instant());
        return new CheckView(objections.isEmpty(), told.told(objections), List.of());
    }

    /** Publishes the draft as the next version, today or from a planned day on. */
    @PostMapping("/{code}/versions")
    ResponseEntity<?> publish(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody PublicationRequest body) {
        editable(caller, code);
        Instant now = time.instant();
        LocalDate from = Objects.requireNonNullElse(body.effectiveFrom(), ItemDesk.today(now));
        return posts.once(
                caller,
                key,
                "POST /packages/" + code + "/versions",
                version,
                body,
                () ->
                        answer(
                                caller,
                                201,
                                publish.publish(
                                        code, version.value(), from, Editing.actor(caller), now)));
    }

    /** Ends the package for ever; its items can still be applied for one by one. */
    @PostMapping("/{code}/withdrawal")
    ResponseEntity<?> withdraw(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        editable(caller, code);
        return posts.once(
                caller,
                key,
                "POST /packages/" + code + "/withdrawal",
                version,
                body,
                () ->
                        answer(
                                caller,
                                200,
                                withdraw.withdraw(
                                        code,
                                        version.value(),
                                        body.reason(),
                                        Editing.actor(caller),
                                        time.instant())));
    }

    /** What became of a package that comes with the service. */
    record AdoptedView(
            String code,
            String name,
            AdoptPackages.Result result,
            List<ObjectionView> objections) {}

    /** Publishes the packages that come with the service; those that are there stay as they are. */
    @PostMapping("/imports")
    ResponseEntity<?> adopt(Caller caller, IdempotencyKey key, @RequestParam String region) {
        RegionCode where = Codes.region(region);
        Editing.require(caller, where);
        return posts.once(
                caller,
                key,
                "POST /packages/imports?region=" + region,
                "",
                () ->
                        ResponseEntity.ok(
                                adopt.adopt(where, Editing.actor(caller), time.instant()).stream()
                                        .map(
                                                line ->
                                                        new AdoptedView(
                                                                line.code(),
                                                                line.name(),
                                                                line.result(),
                                                                told.told(line.objections())))
                                        .toList()));
    }

    private ResponseEntity<?> answer(Caller caller, int status, PackageOutcome outcome) {
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
    private ServicePackage find(Caller caller, String code) {
        return packages.find(code)
                .filter(p -> !p.versions().isEmpty() || Editing.covers(caller, p.region()))
                .orElseThrow(() -> new NotFound("package", code));
    }

    private void editable(Caller caller, String code) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Editing.require(caller, find(caller, code).region());
    }

    private PackageView view(Caller caller, ServicePackage found) {
        PackageContent draft = Editing.covers(caller, found.region()) ? found.draft() : null;
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
                draft == null ? null : contents.body(draft));
    }

    private PackageView.VersionView version(ServicePackage found, PackageVersion version) {
        return new PackageView.VersionView(
                PackageView.Published.of(found, version), contents.body(version.content()));
    }
}
