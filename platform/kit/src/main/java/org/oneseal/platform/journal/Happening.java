package org.oneseal.platform.journal;

import java.time.Instant;

/**
 * Something that happened to an aggregate, before it is written down.
 *
 * @param type short type such as {@code cases.accepted}; travels as {@code
 *     org.oneseal.cases.accepted}
 * @param occurredAt when it happened, which may be long before it is recorded; kept to the
 *     microsecond
 * @param data the event record that Jackson writes as JSON: no personal numbers
 */
public record Happening(String type, Instant occurredAt, Placement placement, Object data) {}
