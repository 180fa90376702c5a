package org.oneseal.catalog.checklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.SameQuestion;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * What someone tells of himself.
 *
 * @param answers by the code of the question
 * @param above answers to the guide of a package around it, null without one
 * @param place where he applies, null for the region of the item
 * @param park code of the department that manages the park, null outside one
 */
public record ChecklistRequest(
        Map<String, JsonNode> answers,
        @Nullable Above above,
        @Nullable RegionCode place,
        @Nullable String park,
        LocalDate on,
        List<HeldCertificate> certificates) {

    /** Answers to another guide, of which those count here that both guides ask for alike. */
    public record Above(Guide guide, Map<String, JsonNode> answers) {}

    /** Everything that answers a question of a guide; what was told for it goes first. */
    Map<String, JsonNode> answersTo(Guide guide) {
        Map<String, JsonNode> all = new LinkedHashMap<>(answers);
        Above around = above;
        if (around == null) return all;
        around.answers()
                .forEach(
                        (code, answer) -> {
                            Optional<Question> asked = around.guide().question(code);
                            Optional<Question> here = guide.question(code);
                            if (asked.isPresent()
                                    && here.isPresent()
                                    && SameQuestion.same(asked.get(), here.get())) {
                                all.putIfAbsent(code, answer);
                            }
                        });
        return all;
    }
}
