package org.oneseal.catalog.powers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.catalog.items.Authority;
import org.oneseal.catalog.publishing.BasicDirectory;
import org.oneseal.catalog.publishing.CodeScheme;
import org.oneseal.platform.region.RegionCode;

class PowerChecksTest {

    private static final BasicDirectory EVERYTHING =
            new BasicDirectory() {
                @Override
                public Optional<Entry> find(String basicCode, RegionCode region) {
                    return Optional.of(new Entry(basicCode, "职权", basicCode.substring(2, 4)));
                }

                @Override
                public Optional<Entry> named(String name, String itemType, RegionCode region) {
                    return Optional.empty();
                }
            };

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "06"})
    void aFitPowerOfEachTypeMeetsNoObjection(String type) {
        assertThat(told(PowerSamples.fit(type), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "06"})
    void mostPowersMayBeEntrusted(String type) {
        assertThat(told(entrusted(type, "市卫生健康委"), List.of())).isEmpty();
    }

    /** 行政强制法 art. 17. */
    @Test
    void coercionMayNotBeEntrusted() {
        assertThat(told(entrusted("03", "市卫生健康委"), List.of()))
                .containsExactly("power-not-entrustable /authority 中华人民共和国行政强制法");
    }

    @Test
    void whoeverIsEntrustedSaysByWhom() {
        assertThat(told(entrusted("02", " "), List.of()))
                .containsExactly("entrusting-body-missing /authority/entrustedBy null");
    }

    @Test
    void aProvinceThatNumbersPowersMissesItsNumber() {
        CodeScheme scheme =
                new CodeScheme(
                        "430000000000",
                        null,
                        null,
                        CodeScheme.Layer.ITEM,
                        "湘权码",
                        "[0-9]{16}",
                        true,
                        "湘政办发〔2026〕1号");
        assertThat(told(PowerSamples.fit("02"), List.of(scheme)))
                .containsExactly("local-code-missing /localCodes/item 湘政办发〔2026〕1号");
    }

    @Test
    void whatIsAppliedForIsNoPower() {
        PowerContent penalty = PowerSamples.fit("02");
        PowerContent licence =
                new PowerContent(
                        penalty.name(),
                        "01",
                        penalty.authority(),
                        penalty.office(),
                        null,
                        penalty.subjects(),
                        penalty.measures(),
                        penalty.bases(),
                        penalty.duties(),
                        penalty.liabilities(),
                        penalty.complaints(),
                        null);
        assertThat(told(licence, List.of()))
                .containsExactly("power-type-unfit /itemType GB/T 39554.1-2020");
    }

    private static PowerContent entrusted(String type, String by) {
        return PowerSamples.by(
                PowerSamples.fit(type),
                PowerSamples.authority(Authority.Source.ENTRUSTED_ABOVE, by));
    }

    private static List<String> told(PowerContent content, List<CodeScheme> schemes) {
        PowerChecks.Setting setting =
                new PowerChecks.Setting(
                        PowerSamples.draft(content),
                        PowerSamples.BUREAU,
                        PowerSamples.RULES,
                        EVERYTHING,
                        schemes);
        return PowerChecks.objections(setting, content).stream()
                .map(o -> o.code() + " " + o.field() + " " + o.ground())
                .toList();
    }
}
