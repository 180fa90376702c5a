package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.oneseal.platform.testkit.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import tools.jackson.databind.JsonNode;

/** Results reach who applied for them without a way to the office. */
@PlatformTest
class DeliveryStory extends Office {

    DeliveryStory() {
        super("delivery-firm", "永州市送达有限公司", "91431103MA4TEB2G0E");
    }

    /** Nobody comes and nothing is sent: what was granted is fetched from the case itself. */
    @Test
    void whatIsGrantedOnlineIsDeliveredAndAcknowledgedOnline() {
        Answer granted = act(examined(), "decision", district.chief(), Map.of("granted", true));
        String due = granted.json().path("deliverBy").asString();
        assertThat(due).isEqualTo("2026-12-07T09:00:00Z");
        assertThat(work(district.clerk(), "TO_DELIVER", "ANY")).contains(id(granted));
        assertThat(http.get(url(granted) + "/delivery", applicant).status()).isEqualTo(404);
        assertThat(http.post(url(granted) + "/delivery/acknowledgement", applicant, null))
                .extracting(Answer::objections)
                .isEqualTo(List.of("result-not-delivered"));
        Map<String, Object> online = Map.of("method", "ELECTRONIC");
        assertThat(act(granted, "delivery", applicant, online).status()).isEqualTo(403);

        Answer delivered = act(granted, "delivery", district.clerk(), online);
        assertThat(delivered.status()).as(delivered.text()).isEqualTo(200);
        assertThat(delivered.json().path("state").asString()).isEqualTo("DELIVERED");
        assertThat(work(district.clerk(), "TO_DELIVER", "ANY")).doesNotContain(id(granted));
        Answer paper = http.get(url(granted) + "/papers/CERTIFICATE?format=OFD", applicant);
        assertThat(paper.status()).as(paper.text()).isEqualTo(200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/ofd");
        assertThat(act(delivered, "delivery", district.clerk(), online).status())
                .as("once")
                .isEqualTo(409);

        String taken = url(granted) + "/delivery";
        JsonNode view = http.get(taken, applicant).json();
        assertThat(view.path("method").asString()).isEqualTo("ELECTRONIC");
        assertThat(view.path("acknowledgedAt").isString()).isFalse();
        JsonNode acknowledged = http.post(taken + "/acknowledgement", applicant, null).json();
        assertThat(acknowledged.path("acknowledgedByRole").asString()).isEqualTo("applicant");
        assertThat(http.post(taken + "/acknowledgement", applicant, null).objections())
                .containsExactly("result-acknowledged-already");
        assertThat(names(id(granted))).contains("certificate-issued", "finished", "delivered");
    }
}
