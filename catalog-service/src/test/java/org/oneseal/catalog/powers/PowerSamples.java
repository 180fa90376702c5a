package org.oneseal.catalog.powers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.CountyDesk;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.Authority;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.powers.PowerContent.Basis;
import org.oneseal.catalog.powers.PowerContent.Duty;
import org.oneseal.catalog.powers.PowerContent.Liability;
import org.oneseal.catalog.powers.PowerContent.Measure;
import org.oneseal.catalog.powers.PowerContent.Rank;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Powers of a bureau and the rules that come with the service. */
final class PowerSamples {

    static final RegionCode COUNTY = new RegionCode("431103000000");
    static final String USCC = CountyDesk.uscc("431103000000", 1);
    static final Department BUREAU =
            new Department(
                    "431103-WJ", "卫生健康局", new UnifiedSocialCreditCode(USCC), COUNTY, null, true, 1);
    static final PowerRules RULES = rules();
    static final PowerDigests DIGESTS =
            new PowerDigests() {
                @Override
                public JsonNode tree(PowerContent content) {
                    return JsonMapper.shared().valueToTree(content);
                }

                @Override
                public String of(PowerContent content) {
                    return "SM3:" + content.hashCode();
                }
            };

    private PowerSamples() {}

    private static PowerRules rules() {
        try (InputStream file =
                Objects.requireNonNull(
                        PowerSamples.class.getResourceAsStream("/reference/power-rules.json"))) {
            return JsonMapper.shared()
                    .readValue(file, new TypeReference<List<PowerRules>>() {})
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String code(String type) {
        return USCC + "400" + type + "00001000";
    }

    /** One of a type that may be published as it stands. */
    static PowerContent fit(String itemType) {
        PowerRules.Type type = RULES.type(itemType).orElseThrow();
        return new PowerContent(
                "职权" + itemType,
                itemType,
                authority(Authority.Source.STATUTORY, null),
                "法制科",
                null,
                List.of(ServiceObject.LEGAL),
                List.of(
                        new Measure(
                                type.measures().isEmpty() ? "费" : type.measures().getFirst(),
                                null)),
                List.of(new Basis("某法", Rank.LAW, "第一条", "……")),
                type.stages().stream()
                        .filter(PowerRules.Stage::required)
                        .map(s -> new Duty(s.name(), s.name() + "责任", null))
                        .toList(),
                List.of(new Liability("违法实施的", null)),
                "12345",
                null);
    }

    static Authority authority(Authority.Source source, @Nullable String by) {
        return new Authority(
                source, by == null ? Authority.Nature.STATUTORY : Authority.Nature.ENTRUSTED, by);
    }

    static PowerContent by(PowerContent content, Authority authority) {
        return new PowerContent(
                content.name(),
                content.itemType(),
                authority,
                content.office(),
                content.extent(),
                content.subjects(),
                content.measures(),
                content.bases(),
                content.duties(),
                content.liabilities(),
                content.complaints(),
                content.localCodes());
    }

    static Power draft(PowerContent content) {
        return Power.begin(code(content.itemType()), COUNTY, BUREAU.code(), content, DIGESTS)
                .power();
    }
}
