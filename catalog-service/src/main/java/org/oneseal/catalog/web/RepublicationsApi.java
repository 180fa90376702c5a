package org.oneseal.catalog.web;

import java.time.InstantSource;
import org.oneseal.catalog.announcing.RepublishCatalog;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fills the state topics again after a loss; for platform operators. */
@RestController
@RequestMapping("/api/v1/catalog/republications")
class RepublicationsApi {

    private final RepublishCatalog republish;
    private final IdempotentPosts posts;
    private final InstantSource time;

    RepublicationsApi(RepublishCatalog republish, IdempotentPosts posts, InstantSource time) {
        this.republish = republish;
        this.posts = posts;
        this.time = time;
    }

    /** How many events were announced again, by kind. */
    record RepublicationView(int regions, int calendars, int departments, int items) {}

    @PostMapping
    ResponseEntity<?> republish(Caller caller, IdempotencyKey key) {
        caller.require(Role.PLATFORM_OPERATOR);
        return posts.once(
                caller,
                key,
                "POST /catalog/republications",
                "",
                () -> {
                    RepublishCatalog.Count count = republish.republish(time.instant());
                    return ResponseEntity.accepted()
                            .body(
                                    new RepublicationView(
                                            count.regions(),
                                            count.calendars(),
                                            count.departments(),
                                            count.items()));
                });
    }
}
