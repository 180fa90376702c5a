package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.PackageSamples.form;
import static org.oneseal.catalog.packages.PackageSamples.json;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.packages.FormMerge.Source;
import org.oneseal.catalog.packages.MergedForm.Element;
import org.oneseal.catalog.packages.MergedForm.Field;
import org.oneseal.catalog.packages.MergedForm.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class FormMergeTest {

    private static final String DIALECT =
            "'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object'";

    @Test
    void theSameDataElementIsAskedOnce() {
        MergedForm merged =
                merge(
                        """
                        'required':['name'],'properties':{
                          'name':{'type':'string','title':'孩子姓名','x-data-element':'child.name'},
                          'weight':{'type':'number'}}
                        """,
                        """
                        'required':['child'],'properties':{
                          'child':{'type':'object','required':['xm'],'properties':{
                            'xm':{'type':'string','title':'姓名','x-data-element':'child.name'}}}}
                        """);
        assertThat(merged.problems()).isEmpty();
        assertThat(merged.elements())
                .containsExactly(
                        new Element(
                                "child.name",
                                true,
                                List.of(
                                        new Field("i0", "f", "/name"),
                                        new Field("i1", "f", "/child/xm"))));
        JsonNode properties = merged.schema().path("properties");
        assertThat(properties.propertyNames()).containsExactlyInAnyOrder("shared", "i0");
        assertThat(properties.at("/i0/properties/f/properties").propertyNames())
                .containsExactly("weight");
        assertThat(properties.at("/shared/required/0").asString()).isEqualTo("child.name");
    }

    @Test
    void whatIsDefinedOtherwiseStaysAndBothPlacesAreNamed() {
        MergedForm merged =
                merge(
                        "'properties':{'a':{'type':'string','maxLength':5,'x-data-element':'e'}}",
                        "'properties':{'b':{'type':'string','maxLength':6,'x-data-element':'e'}}");
        assertThat(merged.problems())
                .containsExactly(
                        new MergedForm.Problem(
                                Kind.CONFLICT,
                                "e",
                                new Field("i1", "f", "/b"),
                                new Field("i0", "f", "/a")));
        assertThat(merged.schema().at("/properties/i1/properties/f/properties/b").isObject())
                .isTrue();
    }

    @Test
    void whatMeansMoreThanItselfStaysInItsForm() {
        assertThat(
                        merge(
                                        "'properties':{'a':{'type':'string','x-data-element':'e'}},"
                                                + "'if':{'required':['a']},'then':{'required':['b']}")
                                .problems())
                .extracting(MergedForm.Problem::kind)
                .containsExactly(Kind.CONDITIONAL);
        assertThat(
                        merge(
                                        "'properties':{'a':{'$ref':'#/$defs/x','x-data-element':'e'}},"
                                                + "'$defs':{'x':{'type':'string'}}")
                                .problems())
                .extracting(MergedForm.Problem::kind)
                .containsExactly(Kind.REFERENCE);
        assertThat(merge("'properties':{'a':{'type':'string','x-data-element':7}}").problems())
                .extracting(MergedForm.Problem::kind)
                .containsExactly(Kind.NAME);
    }

    @Test
    void aReferenceInsideARestStillLeadsToItsOwnForm() {
        MergedForm merged =
                merge(
                        "'properties':{'a':{'type':'string','x-data-element':'e'},"
                                + "'b':{'$ref':'#/$defs/x'}},'$defs':{'x':{'type':'integer'}}");
        ObjectNode filled = object("shared", object("e", text("x")));
        filled.set("i0", object("f", object("b", JsonNodeFactory.instance.numberNode(1))));
        assertThat(errors(merged.schema(), filled)).isEmpty();
        filled.set("i0", object("f", object("b", text("no number"))));
        assertThat(errors(merged.schema(), filled)).isNotEmpty();
    }

    /** Whoever fills the merged form has filled every form of its own. */
    @Test
    void aFilledMergedFormFillsEveryFormOfItsOwn() {
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            List<Source> sources = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                sources.add(new Source("i" + i, form("f", schema(random, 2))));
            }
            MergedForm merged = FormMerge.merge(sources);
            ObjectNode filled = (ObjectNode) fill(merged.schema());
            assertThat(errors(merged.schema(), filled)).as("seed %s", seed).isEmpty();
            int fields = 0;
            for (Source source : sources) {
                ObjectNode own = own(merged, filled, source);
                assertThat(errors(source.form().schema(), own))
                        .as("seed %s: %s of %s", seed, own, source.form().schema())
                        .isEmpty();
                fields += count(source.form().schema());
            }
            int asked = count(merged.schema());
            int shared = merged.elements().stream().mapToInt(e -> e.fields().size() - 1).sum();
            assertThat(asked)
                    .as("seed %s: nothing lost, nothing twice", seed)
                    .isEqualTo(fields - shared);
        }
    }

    private static ObjectNode own(MergedForm merged, ObjectNode filled, Source source) {
        JsonNode rest = filled.path(source.item()).path("f");
        ObjectNode own =
                rest.isObject()
                        ? (ObjectNode) rest.deepCopy()
                        : JsonNodeFactory.instance.objectNode();
        for (Element element : merged.elements()) {
            for (Field field : element.fields()) {
                if (!field.item().equals(source.item())) continue;
                String[] steps = field.pointer().substring(1).split("/");
                ObjectNode at = own;
                for (int i = 0; i < steps.length - 1; i++) {
                    if (!at.path(steps[i]).isObject()) {
                        at.set(steps[i], JsonNodeFactory.instance.objectNode());
                    }
                    at = (ObjectNode) at.get(steps[i]);
                }
                at.set(steps[steps.length - 1], filled.path("shared").path(element.code()));
            }
        }
        return own;
    }

    private static int count(JsonNode schema) {
        if (!schema.path("properties").isObject()) return 1;
        return schema.path("properties").valueStream().mapToInt(FormMergeTest::count).sum();
    }

    private static JsonNode fill(JsonNode schema) {
        if (!schema.path("properties").isObject()) return text("xxxx");
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .propertyStream()
                .forEach(p -> filled.set(p.getKey(), fill(p.getValue())));
        return filled;
    }

    private static JsonNode schema(Random random, int depth) {
        ObjectNode schema = object("type", text("object"));
        if (depth == 2) schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        var required = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String name = "p" + i;
            if (depth > 0 && random.nextInt(4) == 0) {
                properties.set(name, schema(random, depth - 1));
            } else {
                ObjectNode field = object("type", text("string"));
                field.put("minLength", 1 + random.nextInt(2));
                if (random.nextBoolean()) field.put("x-data-element", "e" + random.nextInt(4));
                properties.set(name, field);
            }
            if (random.nextBoolean()) required.add(name);
        }
        schema.set("properties", properties);
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static List<String> errors(JsonNode schema, JsonNode filled) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(filled)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static MergedForm merge(String... bodies) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String body : bodies) all.put("i" + all.size(), "{" + DIALECT + "," + body + "}");
        return FormMerge.merge(
                all.entrySet().stream()
                        .map(e -> new Source(e.getKey(), form("f", json(e.getValue()))))
                        .toList());
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(name, value);
        return object;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
