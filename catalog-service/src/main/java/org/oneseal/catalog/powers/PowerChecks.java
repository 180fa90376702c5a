package org.oneseal.catalog.powers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.Authority;
import org.oneseal.catalog.powers.PowerContent.Basis;
import org.oneseal.catalog.powers.PowerContent.Duty;
import org.oneseal.catalog.powers.PowerContent.Measure;
import org.oneseal.catalog.powers.PowerRules.Stage;
import org.oneseal.catalog.publishing.AuthorityChecks;
import org.oneseal.catalog.publishing.BasicDirectory;
import org.oneseal.catalog.publishing.CodeChecks;
import org.oneseal.catalog.publishing.CodeScheme;
import org.oneseal.platform.objection.Objection;

/** Everything that may stand between the draft of a power and its publication, told at once. */
final class PowerChecks {

    static final String ITEM_STANDARD = "GB/T 39554.1-2020";

    private final Setting setting;
    private final PowerContent content;
    private final List<Objection> found = new ArrayList<>();

    private PowerChecks(Setting setting, PowerContent content) {
        this.setting = setting;
        this.content = content;
    }

    /**
     * What the checks look into.
     *
     * @param schemes how codes of the province are formed
     */
    record Setting(
            Power power,
            Department department,
            PowerRules rules,
            BasicDirectory matters,
            List<CodeScheme> schemes) {}

    static List<Objection> objections(Setting setting, PowerContent content) {
        PowerChecks checks = new PowerChecks(setting, content);
        checks.identity();
        checks.required();
        AuthorityChecks.objections(content.authority()).forEach(checks.found::add);
        checks.bases();
        checks.duties();
        checks.liabilities();
        Optional<PowerRules.Type> type = setting.rules().type(content.itemType());
        if (type.isEmpty()) checks.found.add(noPower(content.itemType()).at("/itemType"));
        else checks.ofType(type.get());
        return List.copyOf(checks.found);
    }

    /** A type that is applied for is kept as an item, and any other is none. */
    static Objection noPower(String itemType) {
        return Objection.of("power-type-unfit", itemType).withGround(ITEM_STANDARD);
    }

    private void identity() {
        if (content.name().isBlank()) {
            found.add(Objection.of("name-missing").withGround(ITEM_STANDARD).at("/name"));
        }
        CodeChecks.code(
                        setting.power().code(),
                        setting.power().region(),
                        setting.department(),
                        content.itemType(),
                        setting.matters())
                .map(o -> o.withGround(ITEM_STANDARD))
                .forEach(found::add);
        CodeChecks.localCodes(content.localCodes(), setting.schemes()).forEach(found::add);
    }

    private void required() {
        for (String element : setting.rules().requiredElements()) {
            if (!missing(element)) continue;
            found.add(
                    Objection.of("element-missing", element)
                            .withGround(setting.rules().ground())
                            .at("/" + element));
        }
    }

    private boolean missing(String element) {
        return switch (element) {
            case "authority" -> content.authority() == null;
            case "office" -> content.office().isBlank();
            case "subjects" -> content.subjects().isEmpty();
            case "measures" -> content.measures().isEmpty();
            case "bases" -> content.bases().isEmpty();
            case "duties" -> content.duties().isEmpty();
            case "liabilities" -> content.liabilities().isEmpty();
            case "complaints" -> content.complaints().isBlank();
            default -> throw new IllegalStateException("no such element " + element);
        };
    }

    private void bases() {
        for (int i = 0; i < content.bases().size(); i++) {
            Basis basis = content.bases().get(i);
            if (blank(basis.act()) || blank(basis.clause()) || blank(basis.text())) {
                found.add(
                        Objection.of("basis-incomplete", basis.act())
                                .withGround(setting.rules().ground())
                                .at("/bases/" + i));
            }
        }
    }

    private void duties() {
        for (int i = 0; i < content.duties().size(); i++) {
            Duty duty = content.duties().get(i);
            if (blank(duty.text())) {
                found.add(Objection.of("duty-without-text", duty.stage()).at("/duties/" + i));
            }
        }
    }

    private void liabilities() {
        for (int i = 0; i < content.liabilities().size(); i++) {
            if (blank(content.liabilities().get(i).text())) {
                found.add(Objection.of("liability-without-text").at("/liabilities/" + i));
            }
        }
    }

    private void ofType(PowerRules.Type type) {
        boolean grounded =
                content.bases().stream().map(Basis::rank).anyMatch(type.ranks()::contains);
        if (!content.bases().isEmpty() && !grounded) {
            add(type, Objection.of("power-basis-too-low", content.name()).at("/bases"));
        }
        Authority authority = content.authority();
        if (authority != null && authority.entrusted() && !type.entrustable()) {
            add(type, Objection.of("power-not-entrustable", content.name()).at("/authority"));
        }
        measures(type);
        stages(type);
    }

    private void measures(PowerRules.Type type) {
        if (type.measures().isEmpty()) return;
        for (int i = 0; i < content.measures().size(); i++) {
            Measure measure = content.measures().get(i);
            if (type.measures().contains(measure.kind())) continue;
            add(type, Objection.of("measure-unknown", measure.kind()).at("/measures/" + i));
        }
    }

    private void stages(PowerRules.Type type) {
        Set<String> known = new HashSet<>();
        for (Stage stage : type.stages()) known.add(stage.name());
        Set<String> told = new HashSet<>();
        for (int i = 0; i < content.duties().size(); i++) {
            String stage = content.duties().get(i).stage();
            told.add(stage);
            if (known.contains(stage)) continue;
            add(type, Objection.of("duty-stage-unknown", stage).at("/duties/" + i + "/stage"));
        }
        if (content.duties().isEmpty()) return;
        for (Stage stage : type.stages()) {
            if (!stage.required() || told.contains(stage.name())) continue;
            add(type, Objection.of("duty-stage-missing", stage.name()).at("/duties"));
        }
    }

    private void add(PowerRules.Type type, Objection objection) {
        String ground = type.ground();
        found.add(ground == null ? objection : objection.withGround(ground));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
