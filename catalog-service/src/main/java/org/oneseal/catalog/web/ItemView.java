package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.events.ItemState;
import org.oneseal.catalog.reviewing.EditorialState;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.Remark;

/**
 * An item.
 *
 * @param statusReason what stops intake now, before that what will end it
 * @param latest the last published version, null before the first
 * @param governing the version that governs intake today, null where none does
 * @param draft shown to editors of the region only
 * @param editorialState how far the draft has come, shown to the same; null without one
 * @param reviewReason why the draft was sent back, or what was said when it was passed
 * @param remarks after publishing: start days on which the statute governs
 */
record ItemView(
        String code,
        String region,
        String department,
        ItemStatus status,
        @Nullable String statusReason,
        @Nullable String suspensionReason,
        @Nullable String cancellationReason,
        @Nullable LocalDate cancelledFrom,
        long version,
        @Nullable ItemState latest,
        @Nullable ItemState governing,
        @Nullable ContentBody draft,
        @Nullable EditorialState editorialState,
        @Nullable String reviewReason,
        List<Remark> remarks) {}
