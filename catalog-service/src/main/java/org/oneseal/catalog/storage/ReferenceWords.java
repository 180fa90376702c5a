package org.oneseal.catalog.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.BasicMatter;
import org.oneseal.catalog.registers.IntermediaryEntry;
import org.oneseal.catalog.registers.ShippedEntries;
import org.oneseal.catalog.registers.SynonymGroup;
import org.oneseal.catalog.search.SearchWords;
import org.oneseal.catalog.words.Folded;
import org.oneseal.catalog.words.Readings;
import org.oneseal.platform.region.RegionCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The words and lists that come with the service; a deployment may have files of its own. */
@Configuration
class ReferenceWords {

    private final ReferenceFolder files;

    ReferenceWords(ReferenceFolder files) {
        this.files = files;
    }

    @Bean
    SearchWords searchWords() {
        Set<String> fillers = new HashSet<>();
        Map<String, List<String>> readings = new TreeMap<>();
        files.rows("search-words.csv")
                .forEach(
                        row -> {
                            String word = Folded.key(row.get(1));
                            if (row.get(0).equals("FILLER")) fillers.add(word);
                            else readings.put(word, syllables(word, row.get(2)));
                        });
        return new SearchWords(Set.copyOf(fillers), readings);
    }

    private static List<String> syllables(String word, String cell) {
        List<String> syllables = List.of(cell.strip().split(" "));
        if (syllables.size() != word.length()) {
            throw new IllegalStateException("not a syllable for each character of " + word);
        }
        return syllables;
    }

    @Bean
    Readings readings(SearchWords words) {
        return new Readings(words.readings());
    }

    @Bean
    ShippedEntries shippedEntries() {
        return () -> {
            List<ShippedEntries.Shipped> shipped = new ArrayList<>();
            files.rows("synonyms.csv")
                    .forEach(
                            row ->
                                    shipped.add(
                                            new ShippedEntries.Shipped(
                                                    row.get(0),
                                                    new RegionCode(row.get(1)),
                                                    "reference:synonyms.csv",
                                                    new SynonymGroup(
                                                            List.of(row.get(2).split("\\|"))))));
            files.rows("intermediary-services.csv")
                    .forEach(
                            row ->
                                    shipped.add(
                                            new ShippedEntries.Shipped(
                                                    row.get(0),
                                                    RegionCode.NATION,
                                                    "reference:intermediary-services.csv",
                                                    service(row))));
            files.rows("basic-directory.csv").map(ReferenceWords::matter).forEach(shipped::add);
            return shipped;
        };
    }

    private static ShippedEntries.Shipped matter(List<String> row) {
        RegionCode keeper = BasicMatter.keeper(row.get(0));
        if (keeper == null) throw new IllegalStateException("no basic code: " + row.get(0));
        return new ShippedEntries.Shipped(
                row.get(0),
                keeper,
                "reference:basic-directory.csv",
                new BasicMatter(
                        row.get(1), row.get(2), cell(row, 3), bodies(cell(row, 4)), List.of()));
    }

    private static List<String> bodies(@Nullable String cell) {
        return cell == null ? List.of() : List.of(cell.split("\\|"));
    }

    private static IntermediaryEntry service(List<String> row) {
        return new IntermediaryEntry(
                row.get(1),
                row.get(2),
                cell(row, 3),
                cell(row, 4),
                cell(row, 5),
                cell(row, 6),
                null);
    }

    private static @Nullable String cell(List<String> row, int column) {
        return column >= row.size() || row.get(column).isBlank() ? null : row.get(column);
    }
}
