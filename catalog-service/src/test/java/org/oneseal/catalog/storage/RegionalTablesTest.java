package org.oneseal.catalog.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.catalog.indicators.DepthLevels;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnitTable;
import org.springframework.core.io.DefaultResourceLoader;

class RegionalTablesTest {

    private static final String TABLES =
            """
            [{"region":null,"from":null,"until":null,"ground":null,
              "levels":[{"level":"I","anyOf":[],"mostTrips":null,"label":"公开"}]},
             {"region":"430000000000","from":"2027-01-01","until":"2028-01-01","ground":"某省规定",
              "levels":[{"level":"S","anyOf":["HANDLING"],"mostTrips":0,"label":"五星"},
                        {"level":"A","anyOf":[],"mostTrips":null,"label":"一星"}]}]
            """;

    @Test
    void aProvincesTableCountsThereInItsDays(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("online-depth.json"), TABLES);
        DepthLevels levels = files(folder.toUri().toString()).depthLevels();
        LocalDate within = LocalDate.of(2027, 1, 1);
        assertThat(levels.on(new RegionCode("431103000000"), within)).hasSize(2);
        assertThat(levels.on(new RegionCode("431103000000"), within.minusDays(1))).hasSize(1);
        assertThat(levels.on(new RegionCode("431103000000"), LocalDate.of(2028, 1, 1))).hasSize(1);
        assertThat(levels.on(new RegionCode("440000000000"), within)).hasSize(1);
        assertThat(levels.on(RegionCode.NATION, within)).hasSize(1);
    }

    @Test
    void limitsAreComparedAsTheNearestRegionWithATableDoesOnTheDay(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("limit-units.json"),
                """
                [{"region":null,"from":null,"until":null,"ground":null,
                  "units":{"workingDays":5,"calendarDays":7,"monthDays":30,"officeHours":8}},
                 {"region":"430000000000","from":"2027-01-01","until":null,"ground":"某省规定",
                  "units":{"workingDays":5,"calendarDays":7,"monthDays":30,"officeHours":7}},
                 {"region":"430000000000","from":"2028-01-01","until":null,"ground":"某省新规定",
                  "units":{"workingDays":5,"calendarDays":7,"monthDays":30,"officeHours":6}}]
                """);
        UnitTables tables = files(folder.toUri().toString()).unitTables();
        RegionCode district = new RegionCode("431103000000");
        assertThat(tables.on(district, LocalDate.of(2026, 12, 31))).isEqualTo(UnitTable.USUAL);
        assertThat(tables.on(district, LocalDate.of(2027, 1, 1)).officeHours()).isEqualTo(7);
        assertThat(tables.on(district, LocalDate.of(2028, 1, 1)).officeHours()).isEqualTo(6);
        assertThat(tables.on(new RegionCode("440000000000"), LocalDate.of(2028, 1, 1)))
                .isEqualTo(UnitTable.USUAL);
    }

    @Test
    void theTableThatComesWithTheServiceIsTheUsualOne() {
        assertThat(
                        files("classpath:/reference/")
                                .unitTables()
                                .on(RegionCode.NATION, LocalDate.of(2026, 11, 23)))
                .isEqualTo(UnitTable.USUAL);
    }

    /** A deployment's folder of before a release lacks what came with it. */
    @Test
    void aFileThatAFolderLacksIsTakenAsShipped(@TempDir Path folder) {
        ReferenceFiles own = files(folder.toUri().toString());
        assertThat(own.unitTables().on(RegionCode.NATION, LocalDate.of(2026, 11, 23)))
                .isEqualTo(UnitTable.USUAL);
        assertThatThrownBy(
                        () ->
                                new ReferenceFolder(new DefaultResourceLoader(), "x")
                                        .text("none.json"))
                .hasMessageContaining("none.json");
    }

    private static ReferenceFiles files(String folder) {
        return new ReferenceFiles(
                new ReferenceFolder(new DefaultResourceLoader(), folder), new Json());
    }
}
