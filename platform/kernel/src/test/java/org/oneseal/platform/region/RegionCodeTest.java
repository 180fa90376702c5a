package org.oneseal.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    private static final RegionCode VILLAGE = new RegionCode("431103001001");

    @Test
    void everyCodeOfTheSampleHasTheLevelAndParentThatTheListGivesIt() throws IOException {
        List<String[]> rows = sample();
        assertThat(rows).hasSizeGreaterThan(100);
        for (String[] row : rows) {
            RegionCode code = new RegionCode(row[0]);
            if (row[3].equals(row[0])) {
                continue; // a city without counties is listed a second time as its own county
            }
            String level = row[2].equals("TOWNSHIP") ? "TOWN" : row[2];
            assertThat(code.level()).as(row[0]).hasToString(level);
            assertThat(Objects.toString(code.parent(), "")).as(row[0]).isEqualTo(row[3]);
        }
    }

    @Test
    void aPathLeadsFromTheProvinceDownToTheRegionItself() {
        assertThat(VILLAGE.ancestors())
                .extracting(RegionCode::value)
                .containsExactly(
                        "430000000000",
                        "431100000000",
                        "431103000000",
                        "431103001000",
                        "431103001001");
        assertThat(VILLAGE.ancestors())
                .extracting(RegionCode::prefix)
                .containsExactly("43", "4311", "431103", "431103001", "431103001001");
    }

    @Test
    void aTownOfACityWithoutCountiesLiesBelowTheCity() {
        assertThat(new RegionCode("441900003000").parent())
                .isEqualTo(new RegionCode("441900000000"));
        assertThat(new RegionCode("441900003000").ancestors()).hasSize(3);
    }

    @Test
    void aRegionContainsItselfAndWhatLiesBelowAndNothingElse() {
        for (RegionCode above : VILLAGE.ancestors()) {
            assertThat(above.contains(VILLAGE)).isTrue();
            assertThat(RegionCode.NATION.contains(above)).isTrue();
            assertThat(VILLAGE.contains(above)).isEqualTo(above.equals(VILLAGE));
        }
        assertThat(new RegionCode("431102000000").contains(VILLAGE)).isFalse();
        assertThat(VILLAGE.contains(new RegionCode("431103001002"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "431103",
                "43110300000",
                "4311030000000",
                "43110300000a",
                "000000000000",
                "430011000000",
                "430000001000",
                "431103000001",
                "101100000000"
            })
    void whatIsNoRegionCodeIsRefused(String text) {
        assertThat(RegionCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> new RegionCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String[]> sample() throws IOException {
        try (InputStream in = RegionCodeTest.class.getResourceAsStream("regions-sample.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
