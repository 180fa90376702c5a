package org.oneseal.cases.items;

import java.util.Optional;

/** The catalog service, asked only for what has not arrived as an event. */
public interface Catalog {

    /**
     * The version of an item that is in force now.
     *
     * @param bearer the caller's own token, passed on
     * @throws RuntimeException of the adapter if it does not answer in time; nothing is written
     *     then
     */
    Optional<ItemVersion> inForce(String itemCode, String bearer);
}
