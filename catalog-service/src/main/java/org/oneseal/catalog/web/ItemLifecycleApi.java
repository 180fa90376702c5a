package org.oneseal.catalog.web;

import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.lifecycle.CancelItem;
import org.oneseal.catalog.lifecycle.ResumeItem;
import org.oneseal.catalog.lifecycle.SuspendItem;
import org.oneseal.catalog.publishing.PublishItem;
import org.oneseal.catalog.publishing.ReviewDraft;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An item's versions are reviewed, begin, pause and end. */
@RestController
@RequestMapping("/api/v1/items/{code}")
class ItemLifecycleApi extends LifecycleApi<ItemOutcome> {

    ItemLifecycleApi(
            ItemAnswers items,
            ReviewDraft review,
            PublishItem publish,
            SuspendItem suspend,
            ResumeItem resume,
            CancelItem cancel) {
        super(
                items,
                review::review,
                publish::publish,
                suspend::suspend,
                resume::resume,
                cancel::cancel);
    }
}
