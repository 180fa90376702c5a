package org.oneseal.catalog.packages;

import tools.jackson.databind.JsonNode;

/** Contents of packages as JSON and their digests, written with their algorithm. */
public interface PackageDigests {

    String of(PackageContent content);

    JsonNode tree(PackageContent content);
}
