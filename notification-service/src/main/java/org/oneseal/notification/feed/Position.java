package org.oneseal.notification.feed;

/**
 * A place in the order of the log.
 *
 * @param tx transaction that wrote the row
 * @param no number of the row
 */
public record Position(long tx, long no) {

    public static final Position START = new Position(0, 0);
}
