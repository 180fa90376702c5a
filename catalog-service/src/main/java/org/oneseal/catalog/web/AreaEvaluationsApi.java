package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemVersion;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.registers.AreaEvaluation;
import org.oneseal.catalog.registers.AreaEvaluation.Replaced;
import org.oneseal.catalog.registers.EvaluationRule;
import org.oneseal.catalog.registers.EvaluationRuleBook;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was found for all projects of a park or a region at once (区域评估). One that is withdrawn
 * stands for nothing any more.
 */
@RestController
@RequestMapping("/api/v1/area-evaluations")
class AreaEvaluationsApi extends RegisterApi<AreaEvaluationsApi.AreaEvaluationView> {

    private final EntryAnswers answers;
    private final Departments departments;
    private final Items items;
    private final EvaluationRuleBook ruleBook;
    private final ListedRegions regions;

    AreaEvaluationsApi(
            EntryAnswers answers,
            Departments departments,
            Items items,
            EvaluationRuleBook ruleBook,
            ListedRegions regions) {
        super(Register.AREA_EVALUATIONS, answers, AreaEvaluationView::of);
        this.answers = answers;
        this.departments = departments;
        this.items = items;
        this.ruleBook = ruleBook;
        this.regions = regions;
    }

    /** An evaluation of a region or of a park in it. */
    record NewAreaEvaluationRequest(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String code,
            @NotNull @Size(max = 20) String region,
            @NotNull @Valid AreaEvaluationRequest evaluation) {}

    /**
     * What was evaluated, for where and until when, and which materials it stands for.
     *
     * @param kind what was evaluated, such as 地质灾害危险性评估
     * @param park code of the department that manages the park, left out for all of the region
     * @param validTo last day
     * @param document number of the act that approved it
     * @param url where it can be read
     */
    record AreaEvaluationRequest(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 50) String kind,
            @Nullable @Size(max = 60) String park,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validTo,
            @NotNull @Size(max = 200) String document,
            @Nullable @Size(max = 500) String url,
            @NotNull @Size(max = 50) List<@NotNull @Valid ReplacedBody> replaces) {

        AreaEvaluation evaluation() {
            return new AreaEvaluation(
                    name,
                    kind,
                    park,
                    validFrom,
                    validTo,
                    document,
                    url,
                    replaces.stream().map(r -> new Replaced(r.item(), r.material())).toList());
        }
    }

    /** A material of an item, by its code in the item. */
    record ReplacedBody(
            @NotNull @Size(max = 40) String item, @NotNull @Size(max = 40) String material) {}

    /** An evaluation, where it counts and whether it still does. */
    record AreaEvaluationView(
            String code,
            String name,
            String kind,
            @Nullable String park,
            LocalDate validFrom,
            LocalDate validTo,
            String document,
            @Nullable String url,
            List<ReplacedBody> replaces,
            String region,
            boolean withdrawn,
            long version) {

        static AreaEvaluationView of(RegisterEntry entry) {
            AreaEvaluation said = entry.said(AreaEvaluation.class);
            return new AreaEvaluationView(
                    entry.key(),
                    said.name(),
                    said.kind(),
                    said.park(),
                    said.validFrom(),
                    said.validTo(),
                    said.document(),
                    said.url(),
                    said.replaces().stream()
                            .map(r -> new ReplacedBody(r.item(), r.material()))
                            .toList(),
                    entry.region().value(),
                    entry.withdrawn(),
                    entry.version());
        }
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller, IdempotencyKey key, @Valid @RequestBody NewAreaEvaluationRequest body) {
        RegionCode where =
                regions.has(body.region()) ? new RegionCode(body.region()) : RegionCode.NATION;
        return answers.add(
                caller,
                body.region(),
                _ -> body.code(),
                new EntryAnswers.Sent(
                        key,
                        "/area-evaluations",
                        body,
                        body.evaluation().evaluation(),
                        "/evaluation",
                        unfit(body.evaluation(), where)),
                AreaEvaluationView::of);
    }

    /** Replaces what is said of it; one that was withdrawn counts again. */
    @PutMapping("/{code}")
    ResponseEntity<?> change(
            Caller caller,
            ExpectedVersion version,
            @PathVariable String code,
            @Valid @RequestBody AreaEvaluationRequest body) {
        RegisterEntry entry = editable(caller, code);
        return answers.change(
                caller,
                version,
                entry,
                body.evaluation(),
                unfit(body, entry.region()),
                AreaEvaluationView::of);
    }

    /** What it refers to that there is not, and what the rules of the region do not allow. */
    private List<Objection> unfit(AreaEvaluationRequest body, RegionCode where) {
        List<Objection> found = new ArrayList<>(ruled(body, where));
        String park = body.park();
        if (park != null && departments.find(park).isEmpty()) {
            found.add(Objection.of("department-unknown", park).at("/park"));
        }
        for (int i = 0; i < body.replaces().size(); i++) {
            ReplacedBody replaced = body.replaces().get(i);
            String at = "/replaces/" + i;
            Optional<ItemVersion> version = items.find(replaced.item()).flatMap(Item::latest);
            if (version.isEmpty()) {
                found.add(Objection.of("item-unknown", replaced.item()).at(at + "/item"));
            } else if (lacks(version.get(), replaced.material())) {
                found.add(
                        Objection.of("material-unknown", replaced.material()).at(at + "/material"));
            }
        }
        return found;
    }

    private List<Objection> ruled(AreaEvaluationRequest body, RegionCode where) {
        EvaluationRule rule = ruleBook.on(where, body.validFrom());
        List<Objection> found = new ArrayList<>();
        if (!rule.kinds().contains(body.kind())) {
            found.add(Objection.of("evaluation-kind-unknown", body.kind()).at("/kind"));
        }
        if (rule.exceeds(body.validFrom(), body.validTo())) {
            found.add(
                    Objection.of("evaluation-too-long", String.valueOf(rule.mostMonths()))
                            .at("/validTo"));
        }
        String ground = rule.ground();
        return ground == null ? found : found.stream().map(o -> o.withGround(ground)).toList();
    }

    private static boolean lacks(ItemVersion version, String material) {
        return version.content().materials().stream().noneMatch(m -> m.code().equals(material));
    }
}
