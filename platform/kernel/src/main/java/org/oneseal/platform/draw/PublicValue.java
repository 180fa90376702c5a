package org.oneseal.platform.draw;

import java.time.Instant;

/**
 * A value that became public when the entries were sealed already, and that nobody involved
 * controls: a lottery result, the round of a beacon.
 *
 * @param source name of who publishes it
 * @param round which of its values; announced before entries are taken
 * @param publishedAt when the source was to publish it
 */
public record PublicValue(String source, String round, Instant publishedAt, String value) {}
