package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.packages.AdoptPackages;
import org.oneseal.catalog.packages.EditPackage;
import org.oneseal.catalog.packages.PackageOutcome;
import org.oneseal.catalog.packages.Packages;
import org.oneseal.catalog.packages.PublishPackage;
import org.oneseal.catalog.packages.ServicePackage;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items that are asked for once, for one event of life or business. */
@RestController
@RequestMapping("/api/v1/packages")
class PackagesApi extends DraftsApi<PackageBody, PackageOutcome> {

    private final Packages packages;
    private final PackageAnswers answers;
    private final Beginnings beginnings;
    private final EditPackage edit;
    private final AdoptPackages adopt;
    private final PackageContents contents;
    private final Told told;
    private final IdempotentPosts posts;
    private final InstantSource time;

    PackagesApi(
            Packages packages,
            PackageAnswers answers,
            Beginnings beginnings,
            EditPackage edit,
            PublishPackage publish,
            AdoptPackages adopt,
            PackageContents contents,
            Told told,
            IdempotentPosts posts,
            InstantSource time) {
        super(
                answers,
                (code, expected, body, actor, now) ->
                        edit.change(code, expected, contents.content(body), actor, now),
                edit::discard,
                (code, now) -> told.check(publish.check(code, now), List.of()),
                time);
        this.packages = packages;
        this.answers = answers;
        this.beginnings = beginnings;
        this.edit = edit;
        this.adopt = adopt;
        this.contents = contents;
        this.told = told;
        this.posts = posts;
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
                                page.text(),
                                page.fetch()));
        return Page.of(found, page, line -> List.of(line.code())).map(PackageView.LineView::of);
    }

    @GetMapping("/{code}")
    ResponseEntity<PackageView> one(Caller caller, @PathVariable String code) {
        ServicePackage found = answers.find(caller, code);
        return answers.shown(200, found, answers.view(caller, found));
    }

    @GetMapping("/{code}/versions/{number}")
    PackageView.VersionView version(
            Caller caller, @PathVariable String code, @PathVariable int number) {
        ServicePackage found = answers.find(caller, code);
        return found.numbered(number)
                .map(v -> answers.version(found, v))
                .orElseThrow(() -> new NotFound("version", code + "@" + number));
    }

    /** Begins a package. */
    @PostMapping
    ResponseEntity<?> begin(
            Caller caller, IdempotencyKey key, @Valid @RequestBody PackageRequestBody body) {
        return beginnings.begin(
                caller,
                key,
                answers,
                body,
                edit::objections,
                (department, actor, now) ->
                        edit.begin(
                                body.code(),
                                department.region(),
                                department.code(),
                                contents.content(body.content()),
                                actor,
                                now));
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
}
