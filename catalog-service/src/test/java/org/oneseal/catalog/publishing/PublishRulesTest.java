package org.oneseal.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.items.ItemSamples.licence;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.Remark;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each line breaks one thing in an item that is otherwise fit, and names the objection it must
 * meet.
 */
class PublishRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aFitItemMeetsNoObjection() {
        assertThat(objections(ItemSamples.draft(licence()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name":" "} | name-missing | /name
                    {"itemType":"06"} | item-type-not-of-code item-type-not-on-application | /code
                    {"itemType":"20"} | item-type-not-of-code | /code
                    {"serviceObjects":[]} | service-object-missing | /serviceObjects
                    {"legalBasis":""} | legal-basis-missing | /legalBasis
                    {"legalLimit":null} | statute-missing | /legalLimit
                    {"legalLimit":{"amount":0,"unit":"WORKING_DAY"}} | statute-missing | /legalLimit
                    {"promisedLimit":null} | promise-missing | /promisedLimit
                    {"promisedLimit":{"amount":21,"unit":"WORKING_DAY"}} | promise-exceeds-statute | /promisedLimit
                    {"promisedLimit":{"amount":29,"unit":"CALENDAR_DAY"}} | promise-exceeds-statute | /promisedLimit
                    {"promisedLimit":{"amount":1,"unit":"MONTH"}} | promise-exceeds-statute | /promisedLimit
                    {"caseKind":"IMMEDIATE"} | immediate-promise-too-long | /promisedLimit
                    {"caseKind":"IMMEDIATE","promisedLimit":{"amount":1,"unit":"CALENDAR_DAY"}} | immediate-promise-too-long step-longer-than-promise | /promisedLimit
                    {"promisedLimit":{"amount":0,"unit":"WORKING_DAY"}} | promised-kind-without-time step-longer-than-promise | /promisedLimit
                    {"extensionMaximum":{"amount":11,"unit":"WORKING_DAY"}} | extension-exceeds-law | /extensionMaximum
                    {"jointHandling":true,"extensionMaximum":{"amount":16,"unit":"WORKING_DAY"}} | extension-exceeds-law | /extensionMaximum
                    {"deemedAcceptance":null} | deemed-acceptance-missing | /deemedAcceptance
                    {"deemedAcceptance":{"limit":{"amount":6,"unit":"WORKING_DAY"},"legalGround":"x"}} | deemed-acceptance-too-late | /deemedAcceptance/limit
                    {"deemedAcceptance":{"limit":{"amount":5,"unit":"WORKING_DAY"},"legalGround":""}} | deemed-acceptance-without-ground | /deemedAcceptance/legalGround
                    {"materials":[{"code":"m1","name":""}]} | material-name-missing | /materials/0
                    {"materials":[{"code":"m1","name":"申请表"},{"code":"m1","name":"平面图"}]} | code-repeated | /materials/1
                    {"materials":[{"code":"m1","name":"需要提交的其他材料"}]} | material-catch-all | /materials/0
                    {"materials":[{"code":"m1","name":"有 关 材料"}]} | material-catch-all | /materials/0
                    {"materials":[{"code":"m1","name":"合同、章程等材料"}]} | material-catch-all | /materials/0
                    {"materials":[{"code":"m1","name":"平面图","necessity":"TOLERATED","core":false}]} | tolerance-not-allowed | /materials/0
                    {"tolerance":true,"materials":[{"code":"m1","name":"平面图","necessity":"TOLERATED","core":true}]} | core-material-tolerated | /materials/0
                    {"materials":[{"code":"m1","name":"检测报告","source":"INTERMEDIARY"}]} | intermediary-service-missing | /materials/0
                    {"materials":[{"code":"m1","name":"检测报告","source":"INTERMEDIARY","intermediaryService":"none"}]} | intermediary-service-unknown | /materials/0
                    {"materials":[{"code":"m1","name":"检测报告","source":"INTERMEDIARY","intermediaryService":"wf"}]} | intermediary-without-legal-basis | /materials/0
                    {"materials":[{"code":"m1","name":"许可证","certificateType":"11431103YYYY000122001"}]} | certificate-type-invalid | /materials/0
                    {"steps":[]} | steps-missing | /steps
                    {"steps":[{"code":"a","name":"受理","role":"auditor","separate":false}]} | step-role-unknown | /steps/0
                    {"steps":[{"code":"a","name":"受理","role":"window-clerk","separate":true}]} | first-step-separate | /steps/0
                    {"steps":[{"code":"a","name":"受理","role":"window-clerk","separate":false,"limit":{"amount":4,"unit":"WORKING_DAY"}}]} | step-longer-than-promise | /steps/0
                    {"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"a","name":"决定","role":"chief-approver"}]} | code-repeated | /steps/1
                    {"specialProcedures":[{"kind":"LUNCH","name":"x","maxDays":1,"legalGround":"x"}]} | special-procedure-unknown | /specialProcedures/0
                    {"specialProcedures":[{"kind":"DRAWING_REVIEW","name":"x","maxDays":1,"legalGround":"x"}]} | special-procedure-of-applicant | /specialProcedures/0
                    {"specialProcedures":[{"kind":"TESTING","name":"x","maxDays":0,"legalGround":"x"}]} | special-procedure-without-days | /specialProcedures/0
                    {"specialProcedures":[{"kind":"TESTING","name":"x","maxDays":1,"legalGround":" "}]} | special-procedure-without-ground | /specialProcedures/0
                    {"specialProcedures":[{"kind":"TESTING","name":"x","maxDays":1,"legalGround":"x"},{"kind":"TESTING","name":"y","maxDays":1,"legalGround":"x"}]} | code-repeated | /specialProcedures/1
                    {"results":[]} | results-missing | /results
                    {"results":[{"code":"r1","name":"许可证"}]} | certificate-type-missing | /results/0
                    {"results":[{"code":"r1","name":"许可证","certificateType":"11431103YYYY00012100A"}]} | certificate-type-invalid | /results/0
                    {"results":[{"code":"r1","name":"a","certificateType":"11431103YYYY000121001"},{"code":"r1","name":"b","certificateType":"11431103YYYY000121002"}]} | code-repeated | /results/1
                    {"fees":[{"name":"工本费","amountFen":1000,"standard":"x","basis":""}]} | fee-without-basis | /fees/0
                    """)
    void whatIsWrongIsToldWithItsPlace(String change, String code, String field) {
        List<Objection> objections = objections(ItemSamples.draft(changed(change)));
        assertThat(objections).extracting(Objection::code).containsExactly(code.split(" "));
        assertThat(objections.getFirst().field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "12345, implementation-code-invalid",
        "11431103YYYY0001224000100001000, implementation-code-invalid",
        "11431103YYYY00020U4000100001000, code-of-other-body",
        "11431103YYYY0001213000100001000, exercise-level-wrong",
        "11431103YYYY0001214000199999000, basic-code-unknown",
        "11431103YYYY0001214002000001000, basic-code-unknown item-type-not-of-code"
    })
    void theCodeMustBeThatOfTheBodyTheLevelAndAKnownMatter(String code, String expected) {
        Item fit = ItemSamples.draft(licence());
        Item item =
                new Item(
                        code,
                        fit.region(),
                        fit.department(),
                        fit.status(),
                        null,
                        null,
                        fit.draft(),
                        List.of(),
                        0,
                        1,
                        "SM3:00");
        assertThat(objections(item))
                .extracting(Objection::code)
                .containsExactly(expected.split(" "));
    }

    @Test
    void everythingIsToldAtOnceEachWithItsGround() {
        List<Objection> objections =
                objections(
                        ItemSamples.draft(
                                changed(
                                        """
                                        {"legalBasis":"","promisedLimit":{"amount":21,"unit":"WORKING_DAY"},
                                         "materials":[{"code":"m1","name":"其他材料"}],"results":[]}
                                        """)));
        assertThat(objections)
                .extracting(Objection::code)
                .containsExactly(
                        "legal-basis-missing",
                        "promise-exceeds-statute",
                        "material-catch-all",
                        "results-missing");
        assertThat(objections).allSatisfy(o -> assertThat(o.ground()).isNotBlank());
    }

    @Test
    void whatOnlyLicencesNeedOthersMayLeaveOut() {
        ItemContent service =
                changed(
                        """
                        {"itemType":"20","legalBasis":"","legalLimit":null,"deemedAcceptance":null,"results":[],
                         "extensionMaximum":{"amount":40,"unit":"WORKING_DAY"}}
                        """);
        assertThat(objections(ItemSamples.draft(service)))
                .extracting(Objection::code)
                .containsExactly("item-type-not-of-code");
    }

    @Test
    void aPromiseThatIsShorterByTheTableAndLongerOnSomeDaysIsRemarkedNotRefused() {
        ItemContent content =
                changed(
                        """
                        {"legalLimit":{"amount":7,"unit":"CALENDAR_DAY"},
                         "promisedLimit":{"amount":5,"unit":"WORKING_DAY"}}
                        """);
        assertThat(objections(ItemSamples.draft(content))).isEmpty();
        List<Remark> remarks = ItemSamples.rules().remarks(content, LocalDate.of(2027, 1, 1));
        assertThat(remarks).isNotEmpty();
        assertThat(remarks).allMatch(r -> r.promisedDue().isAfter(r.legalDue()));
        ItemContent fit = licence();
        assertThat(ItemSamples.rules().remarks(fit, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(TimeLimit.workingDays(5).isWithin(TimeLimit.calendarDays(7))).isTrue();
    }

    private static List<Objection> objections(Item item) {
        ItemContent draft = item.draft();
        if (draft == null) throw new IllegalStateException("a draft is needed");
        return ItemSamples.rules().objections(item, draft);
    }

    /** The fit item with members replaced; materials are completed by the first one's values. */
    private static ItemContent changed(String change) {
        ObjectNode content = JSON.valueToTree(licence());
        ObjectNode changes = (ObjectNode) JSON.readTree(change);
        changes.properties()
                .forEach(
                        member -> {
                            if (member.getKey().equals("materials")) {
                                var completed = JSON.createArrayNode();
                                for (var material : member.getValue()) {
                                    ObjectNode whole =
                                            JSON.valueToTree(ItemSamples.material("m1", "x"));
                                    whole.setAll((ObjectNode) material);
                                    completed.add(whole);
                                }
                                content.set("materials", completed);
                            } else {
                                content.set(member.getKey(), member.getValue());
                            }
                        });
        return JSON.rebuild()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .treeToValue(content, ItemContent.class);
    }
}
