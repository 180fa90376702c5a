package org.oneseal.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.publishing.ChangedItems.changed;
import static org.oneseal.catalog.publishing.ChangedItems.objections;

import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.platform.objection.Objection;
import tools.jackson.databind.json.JsonMapper;

/** A step in which a lower body examines a licence before it is decided (初审). */
class PriorExaminationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** 行政许可法 art. 43: 20 working days for licences; what else a region offers sets its own. */
    @Test
    void aPriorExaminationIsTheFirstStepAfterAcceptanceAndHasAtMostTwentyDays() {
        assertThat(objections(changed(examined(20, "01")))).isEmpty();
        assertThat(objections(changed(examined(21, "01"))))
                .singleElement()
                .satisfies(o -> assertThat(o.code()).isEqualTo("prior-examination-exceeds-law"))
                .satisfies(o -> assertThat(o.ground()).isEqualTo("行政许可法第四十三条"));
        assertThat(objections(changed(examined(21, "20"))))
                .extracting(Objection::code)
                .containsExactly("item-type-not-of-code");
    }

    /** Nobody said so, or said no: the content is hashed as before it could be said. */
    @Test
    void aStepThatIsNoPriorExaminationIsWrittenAsBefore() {
        ItemContent denied =
                changed(
                        """
                        {"steps":[{"code":"a","name":"受理","role":"window-clerk","limit":null,
                         "separate":false,"priorExamination":false}]}
                        """);
        assertThat(JSON.writeValueAsString(denied)).doesNotContain("priorExamination");
        assertThat(JSON.writeValueAsString(changed(examined(2, "01"))))
                .contains("\"priorExamination\":true");
    }

    private static String examined(int days, String itemType) {
        return """
        {"itemType":"%s","legalLimit":{"amount":40,"unit":"WORKING_DAY"},
         "promisedLimit":{"amount":30,"unit":"WORKING_DAY"},
         "steps":[{"code":"a","name":"受理","role":"window-clerk"},
          {"code":"e","name":"初审","role":"case-officer","priorExamination":true,
           "limit":{"amount":%d,"unit":"WORKING_DAY"}},
          {"code":"d","name":"决定","role":"chief-approver","separate":true}]}
        """
                .formatted(itemType, days);
    }
}
