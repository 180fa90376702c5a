package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import org.oneseal.catalog.packages.PackageOutcome;
import org.oneseal.catalog.packages.PublishPackage;
import org.oneseal.catalog.packages.ReviewPackage;
import org.oneseal.catalog.packages.WithdrawPackage;
import org.oneseal.catalog.web.DraftedAnswers.Posted;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A package's versions are reviewed and begin, and it ends. */
@RestController
@RequestMapping("/api/v1/packages/{code}")
class PackageLifecycleApi extends PublishingApi<PackageOutcome> {

    private final PackageAnswers packages;
    private final WithdrawPackage withdraw;

    PackageLifecycleApi(
            PackageAnswers packages,
            ReviewPackage review,
            PublishPackage publish,
            WithdrawPackage withdraw) {
        super(packages, review::review, publish::publish);
        this.packages = packages;
        this.withdraw = withdraw;
    }

    /** Ends the package for ever; its items can still be applied for one by one. */
    @PostMapping("/withdrawal")
    ResponseEntity<?> withdraw(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody SuspensionRequest body) {
        return packages.once(
                new Posted(caller, key, version, code, "withdrawal", body),
                200,
                (actor, now) ->
                        withdraw.withdraw(code, version.value(), body.reason(), actor, now));
    }
}
