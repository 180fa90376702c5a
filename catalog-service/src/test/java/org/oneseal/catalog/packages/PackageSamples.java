package org.oneseal.catalog.packages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.GuideSamples;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemForm;
import org.oneseal.catalog.items.ItemResult;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.packages.PackageContent.Link;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.Stage;
import org.oneseal.platform.worktime.TimeLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words to write packages in tests. */
final class PackageSamples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PackageSamples() {}

    static Member member(String item, @Nullable String stage, Link... after) {
        return new Member(item, stage, List.of(after));
    }

    static Link after(String item) {
        return new Link(item, null, null);
    }

    static Stage stage(String code, int workingDays) {
        return new Stage(
                code, GuideSamples.text(code), "431103-WJ", TimeLimit.workingDays(workingDays));
    }

    static PackageContent content(List<Stage> stages, Member... members) {
        return new PackageContent(
                GuideSamples.text("p"), "", stages, List.of(members), List.of(), null);
    }

    static Material material(
            String code, String name, Material.Form form, @Nullable String certificateType) {
        return new Material(
                code,
                name,
                Material.Necessity.REQUIRED,
                true,
                form,
                1,
                Material.Source.APPLICANT,
                null,
                null,
                certificateType,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ItemForm form(String code, JsonNode schema) {
        return new ItemForm(code, code, 1, schema, null);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    /** The sample licence with other materials, results, forms and promise. */
    static ItemContent item(
            String name,
            int promised,
            List<Material> materials,
            List<ItemResult> results,
            List<ItemForm> forms) {
        return ItemSamples.with(
                ItemSamples.licence(),
                Map.of(
                        "name",
                        name,
                        "promisedLimit",
                        TimeLimit.workingDays(promised),
                        "materials",
                        materials,
                        "results",
                        results,
                        "forms",
                        forms));
    }

    static Map<String, TimeLimit> days(Object... pairs) {
        Map<String, TimeLimit> limits = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            limits.put((String) pairs[i], TimeLimit.workingDays((Integer) pairs[i + 1]));
        }
        return limits;
    }
}
