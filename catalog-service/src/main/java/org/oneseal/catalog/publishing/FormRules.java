package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.each;
import static org.oneseal.catalog.publishing.ObjectionStreams.repeated;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemForm;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;
import tools.jackson.databind.JsonNode;

/**
 * Checks of forms: each is a JSON Schema 2020-12 of an object that stands by itself, its sample
 * keeps to it, and a changed schema has a higher version.
 */
final class FormRules {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Schema META = registry().getSchema(SchemaLocation.of(DIALECT));
    private static final int MOST_TOLD = 20;
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef");

    private FormRules() {}

    /** A new one each time: it keeps what it has seen by the form's own id, and fetches nothing. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                to -> to.schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }

    static Stream<Objection> forms(Candidate c) {
        List<ItemForm> forms = c.content().forms();
        return Stream.concat(
                repeated("/forms", forms.stream().map(ItemForm::code).toList()),
                IntStream.range(0, forms.size())
                        .boxed()
                        .flatMap(
                                i ->
                                        form(forms.get(i), c.parameters().mostFormCharacters())
                                                .map(o -> o.at("/forms/" + i + o.field()))));
    }

    private static Stream<Objection> form(ItemForm form, int most) {
        JsonNode schema = form.schema();
        if (schema.toString().length() > most) {
            return Stream.of(
                    Objection.of("form-too-large", form.name(), String.valueOf(most))
                            .at("/schema"));
        }
        if (!schema.isObject() || !schema.path("$schema").asString("").equals(DIALECT)) {
            return Stream.of(Objection.of("form-dialect-wrong", form.name()).at("/schema/$schema"));
        }
        List<Error> errors = META.validate(schema);
        if (!errors.isEmpty()) {
            return errors.stream()
                    .limit(MOST_TOLD)
                    .map(e -> told("form-schema-invalid", form, e, "/schema"));
        }
        if (!schema.path("type").asString("").equals("object")) {
            return Stream.of(Objection.of("form-not-an-object", form.name()).at("/schema/type"));
        }
        List<Objection> strays = strays(form, schema, "/schema").toList();
        return strays.isEmpty() ? sample(form) : strays.stream();
    }

    /** References that leave the form: a case must be able to check it years from now. */
    private static Stream<Objection> strays(ItemForm form, JsonNode at, String pointer) {
        if (at.isArray()) {
            return IntStream.range(0, at.size())
                    .boxed()
                    .flatMap(i -> strays(form, at.get(i), pointer + "/" + i));
        }
        return at.propertyStream()
                .flatMap(
                        member -> {
                            String place = pointer + "/" + escaped(member.getKey());
                            JsonNode value = member.getValue();
                            boolean stray =
                                    REFERENCES.contains(member.getKey())
                                            && value.isString()
                                            && !value.asString().startsWith("#");
                            return stray
                                    ? Stream.of(
                                            Objection.of("form-reference-outside", form.name())
                                                    .at(place))
                                    : strays(form, value, place);
                        });
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * What is wrong with a reference or an expression shows only when the schema is put together
     * and used, as whatever exception the library has for it; one that leads back to itself never
     * ends.
     */
    private static Stream<Objection> sample(ItemForm form) {
        try {
            Schema schema = registry().getSchema(form.schema());
            schema.initializeValidators();
            JsonNode sample = form.sample();
            if (sample == null || sample.isNull()) return Stream.empty();
            return schema.validate(sample).stream()
                    .limit(MOST_TOLD)
                    .map(e -> told("form-sample-invalid", form, e, "/sample"));
        } catch (RuntimeException | StackOverflowError e) {
            return Stream.of(
                    Objection.of("form-schema-broken", form.name(), String.valueOf(e.getMessage()))
                            .at("/schema"));
        }
    }

    private static Objection told(String code, ItemForm form, Error error, String in) {
        String where = error.getInstanceLocation().toString();
        return switch (code) {
            case "form-schema-invalid" ->
                    Objection.of("form-schema-invalid", form.name(), error.getMessage())
                            .at(in + where);
            default ->
                    Objection.of("form-sample-invalid", form.name(), error.getMessage())
                            .at(in + where);
        };
    }

    static Stream<Objection> versions(Candidate c) {
        List<ItemForm> forms = c.content().forms();
        List<ItemForm> before =
                c.item()
                        .latest()
                        .map(ItemVersion::content)
                        .map(ItemContent::forms)
                        .orElse(List.of());
        return each("/forms", forms.size(), i -> version(forms.get(i), before));
    }

    private static Stream<Objection> version(ItemForm form, List<ItemForm> before) {
        return before.stream()
                .filter(b -> b.code().equals(form.code()))
                .filter(
                        b ->
                                b.version() > form.version()
                                        || (b.version() == form.version()
                                                && !b.schema().equals(form.schema())))
                .map(
                        b ->
                                Objection.of(
                                        "form-version-not-raised",
                                        form.name(),
                                        String.valueOf(b.version())));
    }
}
