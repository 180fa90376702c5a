package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One package version, whole, with the package's state; days are ISO days of Asia/Shanghai.
 *
 * @param guidance questions that switch members on and off, as the editor wrote them; null without
 */
public record PackageState(
        String packageCode,
        int version,
        String contentHash,
        String region,
        String department,
        String departmentName,
        Wording name,
        String basis,
        List<Stage> stages,
        List<Member> members,
        List<SameMaterial> same,
        @Nullable JsonNode guidance,
        String status,
        String phase,
        String effectiveFrom,
        @Nullable String statusReason,
        String publishedAt) {

    public record Wording(String zh, String en) {}

    /** A stage, with the department that leads it. */
    public record Stage(String code, Wording name, String lead, @Nullable Limit limit) {}

    public record Limit(int amount, String unit) {}

    /** An item in the package. */
    public record Member(String itemCode, @Nullable String stage, List<Link> after) {}

    /** What comes first, and the result of it that is handed on as a material. */
    public record Link(String itemCode, @Nullable String result, @Nullable String material) {}

    /** Materials that are one and the same. */
    public record SameMaterial(String name, List<MaterialRef> materials) {}

    public record MaterialRef(String itemCode, String material) {}
}
