package org.oneseal.catalog.packages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.HeldCertificate;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * What someone tells of himself for a package.
 *
 * @param answers to the package's own questions
 * @param members answers to questions of single members, by item; what both ask in the same words
 *     need not be answered twice
 * @param place where he applies, null for the region of each item
 * @param park code of the department that manages the park, null outside one
 */
public record PackageRequest(
        Map<String, JsonNode> answers,
        Map<String, Map<String, JsonNode>> members,
        @Nullable RegionCode place,
        @Nullable String park,
        LocalDate on,
        List<HeldCertificate> certificates) {}
