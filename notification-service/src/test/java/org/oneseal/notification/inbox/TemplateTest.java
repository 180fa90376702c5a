package org.oneseal.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/** Which words are taken, what they may hold, and what becomes of them. */
class TemplateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final RegionCode DISTRICT = new RegionCode("431103000000");
    private static final RegionCode CITY = new RegionCode("431100000000");
    private static final RegionCode NEIGHBOUR = new RegionCode("431102000000");

    private static Template template(
            String id, RegionCode region, Instant from, @Nullable Instant to, String body) {
        return new Template(
                id,
                Chain.start("template", id),
                Template.State.PUBLISHED,
                MessageKind.CASE_WITHDRAWN,
                region,
                from,
                to,
                new Text("t", body),
                new Text("t", body));
    }

    private static List<String> codes(String body) {
        return template("t", DISTRICT, NOW, null, body).objections(NOW).stream()
                .map(Objection::code)
                .distinct()
                .toList();
    }

    @Test
    void onlyWhatTheKindKnowsMayBeSpokenOf() {
        assertThat(codes("{itemName} {caseNumber} {date} {reason}")).isEmpty();
        assertThat(codes("{legalDue}")).containsExactly("template-variable-unknown");
        assertThat(codes("{itemName")).containsExactly("template-braces");
        assertThat(codes("{}")).containsExactly("template-braces");
        assertThat(codes(" ")).containsExactly("template-text-missing");
        assertThat(codes("x".repeat(2001))).containsExactly("template-text-too-long");
        assertThat(codes("致电 13812345678")).containsExactly("template-personal-number");
    }

    @Test
    void wordsBeginNowOrLaterAndEndAfterwards() {
        assertThat(template("t", DISTRICT, NOW.minusSeconds(1), null, "x").objections(NOW))
                .extracting(Objection::code)
                .containsExactly("template-retroactive");
        assertThat(template("t", DISTRICT, NOW, NOW, "x").objections(NOW))
                .extracting(Objection::code)
                .containsExactly("template-interval-empty");
    }

    @Test
    void theNearestRegionInForceIsChosen() {
        Template nation = template("nation", RegionCode.NATION, Instant.EPOCH, null, "n");
        Template city = template("city", CITY, NOW, null, "c");
        Template district = template("district", DISTRICT, NOW, NOW.plusSeconds(60), "d");
        Template newer = template("newer", CITY, NOW.plusSeconds(30), null, "c2");
        List<Template> all = List.of(newer, district, nation, city);

        assertChosen(all, DISTRICT, NOW.minusSeconds(1), "nation");
        assertChosen(all, DISTRICT, NOW, "district");
        assertChosen(all, DISTRICT, NOW.plusSeconds(60), "newer");
        assertChosen(all, NEIGHBOUR, NOW, "city");
        assertChosen(all, new RegionCode("440000000000"), NOW, "nation");
        assertThat(Template.choose(all, MessageKind.CASE_ACCEPTED, DISTRICT, NOW)).isEmpty();
    }

    private static void assertChosen(List<Template> all, RegionCode region, Instant at, String id) {
        assertThat(Template.choose(all, MessageKind.CASE_WITHDRAWN, region, at).map(Template::id))
                .contains(id);
    }

    @Test
    void valuesAreTakenAsTheyAreAndMissingOnesShownAsSuch() {
        assertThat(Wording.fill("{a}/{b}/{c}", Map.of("a", "$1 {b}", "b", "x")))
                .isEqualTo("$1 {b}/x/—");
    }

    @Test
    void personalNumbersInFreeTextAreMasked() {
        assertThat(Wording.fill("{r}", Map.of("r", "证件11010519491231002X，电话13812345678。")))
                .isEqualTo("证件1101**********002X，电话138*****678。");
        String caseNumber = "11431103006321456K4430125001000202611180007";
        assertThat(Wording.fill("{r}", Map.of("r", caseNumber))).isEqualTo(caseNumber);
        assertThat(PersonalNumbers.isIn("冷许决〔2026〕11180007号 91431103MA4TEST01X")).isFalse();
    }

    @Test
    void oneEventKindAndRecipientIsOneMessage() {
        Template words = template("w", RegionCode.NATION, Instant.EPOCH, null, "{itemName}");
        Message first = Message.of(occasion("e1", "p1"), words);
        assertThat(Message.of(occasion("e1", "p1"), words)).isEqualTo(first);
        assertThat(Message.of(occasion("e2", "p1"), words).id()).isNotEqualTo(first.id());
        assertThat(Message.of(occasion("e1", "p2"), words).id()).isNotEqualTo(first.id());
        assertThat(first.id()).matches("431103-[0-9a-z]{26}");
        assertThat(first.chinese().body()).isEqualTo("许可");
        assertThat(first.english().body()).isEqualTo("licence");
    }

    private static Occasion occasion(String cause, String party) {
        return new Occasion(
                MessageKind.CASE_WITHDRAWN,
                cause,
                NOW,
                DISTRICT,
                "c1",
                new Recipient.Party(party),
                Map.of("itemName", "许可"),
                Map.of("itemName", "licence"));
    }
}
