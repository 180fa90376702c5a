package org.oneseal.catalog.checklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * What someone tells of himself.
 *
 * @param answers by the code of the question
 * @param place where he applies, null for the region of the item
 * @param park code of the department that manages the park, null outside one
 */
public record ChecklistRequest(
        Map<String, JsonNode> answers,
        @Nullable RegionCode place,
        @Nullable String park,
        LocalDate on,
        List<HeldCertificate> certificates) {}
