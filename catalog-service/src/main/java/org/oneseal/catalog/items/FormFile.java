package org.oneseal.catalog.items;

/**
 * A file to fill in or to look at: blank form (空白表) or sample (样表).
 *
 * @param digest of the file with its algorithm
 */
public record FormFile(String name, String url, String digest) {}
