package org.oneseal.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.items.ItemSamples.licence;
import static org.oneseal.catalog.publishing.ChangedItems.changed;
import static org.oneseal.catalog.publishing.ChangedItems.coded;
import static org.oneseal.catalog.publishing.ChangedItems.done;
import static org.oneseal.catalog.publishing.ChangedItems.draftOf;
import static org.oneseal.catalog.publishing.ChangedItems.edited;
import static org.oneseal.catalog.publishing.ChangedItems.formed;
import static org.oneseal.catalog.publishing.ChangedItems.objections;
import static org.oneseal.catalog.publishing.ChangedItems.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.platform.objection.Objection;

/**
 * Each line breaks one thing in an item that is otherwise fit, and names the objection it must
 * meet.
 */
class PublishRulesTest {

    /** A change of the fit item, the objections it meets in order, and where the first one is. */
    private static final String BROKEN =
            """
            {"name":" "} | name-missing | /name
            {"localCodes":{"matter":"XK0010100","item":"431103"}} | local-code-invalid local-code-invalid | /localCodes/matter
            {"localCodes":null} | local-code-missing | /localCodes/item
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
            {"extensionMaximum":null,"extensionMovesPromise":true} | promise-moved-by-no-extension | /extensionMovesPromise
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
            {"materials":[{"code":"m1","name":"户口簿","source":"APPLICANT","resource":"431103-shared"}]} | resource-for-other-source | /materials/0
            {"materials":[{"code":"m1","name":"户口簿","source":"GOVERNMENT","resource":"431103-none"}]} | resource-unknown | /materials/0
            {"materials":[{"code":"m1","name":"户口簿","source":"GOVERNMENT","resource":"431103-secret"}]} | resource-not-shared | /materials/0
            {"materials":[{"code":"m1","name":"许可证","certificateType":"11431103YYYY000122001"}]} | certificate-type-invalid | /materials/0
            {"steps":[]} | steps-missing | /steps
            {"steps":[{"code":"a","name":"受理","role":"auditor","separate":false}]} | step-role-unknown | /steps/0
            {"steps":[{"code":"a","name":"受理","role":"window-clerk","separate":true}]} | first-step-separate | /steps/0
            {"steps":[{"code":"a","name":"受理","role":"window-clerk","separate":false,"limit":{"amount":4,"unit":"WORKING_DAY"}}]} | step-longer-than-promise | /steps/0
            {"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"a","name":"决定","role":"chief-approver"}]} | code-repeated | /steps/1
            {"steps":[{"code":"e","name":"初审","role":"case-officer","limit":{"amount":2,"unit":"WORKING_DAY"},"priorExamination":true},{"code":"a","name":"受理","role":"window-clerk"},{"code":"d","name":"决定","role":"chief-approver"}]} | prior-examination-not-first | /steps/0
            {"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"x","name":"审查","role":"case-officer"},{"code":"e","name":"初审","role":"case-officer","limit":{"amount":2,"unit":"WORKING_DAY"},"priorExamination":true},{"code":"d","name":"决定","role":"chief-approver"}]} | prior-examination-not-first | /steps/2
            {"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"e","name":"初审","role":"case-officer","limit":{"amount":2,"unit":"WORKING_DAY"},"priorExamination":true}]} | prior-examination-decides | /steps/1
            {"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"e","name":"初审","role":"case-officer","limit":{"amount":2,"unit":"WORKING_DAY"},"priorExamination":true},{"code":"f","name":"初审","role":"case-officer","limit":{"amount":2,"unit":"WORKING_DAY"},"priorExamination":true},{"code":"d","name":"决定","role":"chief-approver"}]} | prior-examination-repeated | /steps/2
            {"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"e","name":"初审","role":"case-officer","priorExamination":true},{"code":"d","name":"决定","role":"chief-approver"}]} | prior-examination-without-limit | /steps/1
            {"legalLimit":{"amount":40,"unit":"WORKING_DAY"},"promisedLimit":{"amount":30,"unit":"WORKING_DAY"},"steps":[{"code":"a","name":"受理","role":"window-clerk"},{"code":"e","name":"初审","role":"case-officer","limit":{"amount":21,"unit":"WORKING_DAY"},"priorExamination":true},{"code":"d","name":"决定","role":"chief-approver"}]} | prior-examination-exceeds-law | /steps/1
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
            {"authority":null} | element-missing | /authority
            {"guide":null} | element-missing element-missing element-missing element-missing element-missing | /guide/modes
            {"guide":{"conditions":" ","consultation":""}} | element-missing element-missing | /guide/conditions
            {"authority":{"source":"ENTRUSTED_ABOVE","nature":"STATUTORY"}} | entrusting-body-missing | /authority/entrustedBy
            {"authority":{"source":"STATUTORY","nature":"ENTRUSTED","entrustedBy":" "}} | entrusting-body-missing | /authority/entrustedBy
            {"authority":{"source":"STATUTORY","nature":"STATUTORY","entrustedBy":"市卫生健康委"}} | entrusting-body-not-needed | /authority/entrustedBy
            {"guide":{"reaches":["FULLY_ONLINE"],"onlineDepth":["HANDLING"]}} | fully-online-with-trips | /guide/trips
            {"guide":{"reaches":["FULLY_ONLINE"],"trips":0}} | fully-online-without-depth | /guide/onlineDepth
            {"guide":{"onlineDepth":["HANDLING"],"trips":0}} | fully-online-not-said | /guide/reaches
            {"guide":{"modes":["WINDOW"]}} | depth-without-online | /guide/modes
            {"guide":{"url":null}} | online-without-url | /guide/url
            {"guide":{"modes":["ONLINE"]}} | offline-choice-missing | /guide/modes
            {"guide":{"conveniences":["BARRIER_FREE","SELF_SERVICE"]}} | convenience-follows | /guide/conveniences/1
            {"guide":{"modes":["ONLINE","KIOSK"],"conveniences":["GREEN_CHANNEL"]}} | convenience-without-window | /guide/conveniences/0
            {"guide":{"onlinePayment":true}} | payment-without-fee | /guide/onlinePayment
            {"guide":{"trips":2}} | too-many-trips | /guide/trips
            {"guide":{"tripReason":" "}} | trip-without-reason | /guide/tripReason
            {"filing":true} | filing-is-no-licence | /filing
            {"unasked":true} | licence-needs-application unasked-with-materials | /unasked
            {"materials":[{"code":"m1","name":"申请表","blankForm":{"name":"空白表","url":"x","digest":"SM3:1"}}]} | file-digest-invalid | /materials/0
            {"results":[{"code":"r1","name":"许可证","certificateType":"11431103YYYY000121001","sample":{"name":"样本","url":"x","digest":"SM3:1"}}]} | file-digest-invalid | /results/0
            {"particulars":{"handlingItem":"11431103YYYY000121400010000100"}} | handling-item-invalid | /particulars/handlingItem
            {"particulars":{"handlingItem":"11431103YYYY0001214000100001000A1"}} | handling-item-invalid | /particulars/handlingItem
            {"serviceObjects":["NATURAL"],"particulars":{"bodyKinds":["ENTERPRISE"]}} | body-kinds-without-bodies | /particulars/bodyKinds
            {"particulars":{"jointBodies":["消防救援大队"]}} | joint-bodies-without-joint-handling | /particulars/jointBodies
            {"particulars":{"personTopics":["医疗卫生","占卜"],"legalTopics":["占卜"]}} | topic-unknown topic-unknown | /particulars/personTopics/1
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"type":"object"}}]} | form-dialect-wrong | /forms/0/schema/$schema
            {"forms":[{"code":"f","name":"表","version":1,"schema":"text"}]} | form-dialect-wrong | /forms/0/schema/$schema
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"a":{"minLength":-1}}}}]} | form-schema-invalid | /forms/0/schema/properties/a/minLength
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"array"}}]} | form-not-an-object | /forms/0/schema/type
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","$ref":"#/$defs/none"}}]} | form-schema-broken | /forms/0/schema
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","$ref":"https://example.org/form"}}]} | form-reference-outside | /forms/0/schema/$ref
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"a":{"type":"string"}}},"sample":{"a":1}}]} | form-sample-invalid | /forms/0/sample/a
            {"forms":[{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}},{"code":"f","name":"表","version":1,"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}}]} | code-repeated | /forms/1
            {"guidance":{"questions":[],"variants":[],"determinations":[{"code":"d","when":"true","effect":{"kind":"REQUIRE_MATERIAL","target":"m9"}}]}} | material-unknown | /guidance/determinations/0/effect/target
            {"guidance":{"questions":[],"variants":[],"determinations":[{"code":"d","when":"later","effect":{"kind":"REQUIRE_MATERIAL","target":"m1"}}]}} | condition-question-unknown | /guidance/determinations/0/when
            """;

    /** A code that is not the item's, and the objections it meets. */
    private static final String FOREIGN_CODES =
            """
            12345 | implementation-code-invalid
            11431103YYYY0001224000100001000 | implementation-code-invalid
            11431103YYYY00020U4000100001000 | code-of-other-body
            11431103YYYY0001213000100001000 | exercise-level-wrong
            11431103YYYY0001214000199999000 | basic-code-unknown
            11431103YYYY0001214002000001000 | basic-code-unknown item-type-not-of-code
            """;

    @Test
    void aFitItemMeetsNoObjection() {
        assertThat(objections(licence())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = BROKEN)
    void whatIsWrongIsToldWithItsPlace(String change, String code, String field) {
        List<Objection> objections = objections(changed(change));
        assertThat(objections).extracting(Objection::code).containsExactly(code.split(" "));
        assertThat(objections.getFirst().field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = FOREIGN_CODES)
    void theCodeMustBeThatOfTheBodyTheLevelAndAKnownMatter(String code, String expected) {
        Item item = coded(code);
        assertThat(objections(item))
                .extracting(Objection::code)
                .containsExactly(expected.split(" "));
    }

    /** Without one of the checks a line of the tables above is not told what it expects. */
    @Test
    void everyCheckIsNeededByATestAndEveryObjectionIsExpectedByOne() throws IOException {
        Set<String> needed = new TreeSet<>();
        Set<String> expected = new TreeSet<>(Set.of("form-too-large", "form-version-not-raised"));
        List<Item> broken = new ArrayList<>();
        for (String line : BROKEN.lines().toList()) {
            broken.add(ItemSamples.draft(changed(line.split(" \\| ")[0])));
            expected.addAll(List.of(line.split(" \\| ")[1].split(" ")));
        }
        for (String line : FOREIGN_CODES.lines().toList()) {
            broken.add(coded(line.split(" \\| ")[0]));
            expected.addAll(List.of(line.split(" \\| ")[1].split(" ")));
        }
        broken.add(
                edited(done(publish(ItemSamples.draft(formed(1, "string")))), formed(1, "number")));
        PublishRules rules = ItemSamples.rules();
        for (Item item : broken) {
            PublishRule.Candidate candidate =
                    new PublishRule.Candidate(
                            item,
                            draftOf(item),
                            rules.parameters(),
                            rules.units(),
                            rules.department(),
                            rules.matters(),
                            rules.intermediaries(),
                            rules.supplies(),
                            rules.conditions(),
                            rules.packages(),
                            rules.schemes());
            for (PublishRule rule : PublishRules.ALL) {
                if (rule.objections(candidate).findAny().isPresent()) needed.add(rule.name());
            }
        }
        assertThat(needed)
                .containsExactlyInAnyOrderElementsOf(
                        PublishRules.ALL.stream().map(PublishRule::name).toList());
        assertThat(expected).containsAll(raised());
    }

    @Test
    void everythingIsToldAtOnceEachWithItsGround() {
        List<Objection> objections =
                objections(
                        changed(
                                """
                                        {"legalBasis":"","promisedLimit":{"amount":21,"unit":"WORKING_DAY"},
                                         "materials":[{"code":"m1","name":"其他材料"}],"results":[]}
                                        """));
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
        assertThat(objections(service))
                .extracting(Objection::code)
                .containsExactly("item-type-not-of-code");
    }

    private static Set<String> raised() throws IOException {
        Set<String> codes = new TreeSet<>();
        Path rules = Path.of("src/main/java/org/oneseal/catalog/publishing");
        try (Stream<Path> files = Files.list(rules)) {
            for (Path file : files.filter(f -> f.toString().contains("Rules.java")).toList()) {
                Pattern.compile("Objection\\.of\\(\\s*\"([a-z-]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> codes.add(match.group(1)));
            }
        }
        return codes;
    }
}
