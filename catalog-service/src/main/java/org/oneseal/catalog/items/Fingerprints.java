package org.oneseal.catalog.items;

/** Digests of contents, written with their algorithm; equal contents have equal digests. */
public interface Fingerprints {

    String of(ItemContent content);
}
