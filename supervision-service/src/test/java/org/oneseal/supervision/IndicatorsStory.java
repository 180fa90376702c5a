package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Page;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Indicator;
import org.oneseal.supervision.measuring.Report;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** Indicators by any grouping, ranked, reported and written as files. */
class IndicatorsStory extends Story {

    private static final String PATH = "/api/v1/indicators";
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";
    private static final String YEAR = "from=2026-01-01&to=2026-12-31";

    @LocalServerPort int port;
    @TempDir Path folder;

    IndicatorsStory() {
        super("431124000000");
    }

    @Test
    void the_formulas_of_a_month_are_those_of_the_rules() {
        finished("431124-figures-1", "2026-03-02T02:00:00Z", "2026-03-04T02:00:00Z", "6");
        finished("431124-figures-2", "2026-03-02T02:00:00Z", "2026-03-12T02:00:00Z", "0");
        finished("431124-figures-3", "2026-03-03T02:00:00Z", "2026-03-05T02:00:00Z", "3");
        clock.setTo(Instant.parse("2026-03-12T03:00:00Z"));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(march().at("/figures/sums/FINISHED").asInt())
                                        .isEqualTo(3));
        JsonNode figures = march().path("figures");
        // Days used: 2, 8 and 2 of 20 each; promised 5 each.
        assertThat(fraction(figures, "statutorySpeedUp")).isEqualTo("48/60 80.00");
        assertThat(fraction(figures, "promisedSpeedUp")).isEqualTo("3/15 20.00");
        assertThat(fraction(figures, "promiseCompression")).isEqualTo("45/60 75.00");
        assertThat(fraction(figures, "finishRate")).isEqualTo("2/3 66.66");
        assertThat(fraction(figures, "earlyFinishRate")).isEqualTo("2/3 66.66");
        assertThat(fraction(figures, "onlineShare")).isEqualTo("3/3 100.00");
        assertThat(fraction(figures, "immediateShare")).isEqualTo("0/3 0.00");
        JsonNode april = http.get(PATH + "?from=2026-04-01&to=2026-04-30", supervisor()).json();
        assertThat(april.path("groups").size()).isZero();
        JsonNode speed =
                http.get(PATH + "/reports/speed?from=2026-03-01&to=2026-03-31", supervisor())
                        .json();
        assertThat(speed.at("/rows/0/key/0").asString()).isEqualTo(department());
        assertThat(speed.at("/rows/0/indicators/statutorySpeedUp/numerator").asInt()).isEqualTo(48);

        var csv = http.get(PATH + "/reports/speed?format=csv&" + MARCH, supervisor());
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("speed-2026-03-01-2026-03-31.csv");
        assertThat(csv.text()).startsWith("\uFEFF部门,计速件数,");
        assertThat(csv.text()).contains(department() + ",3,60,15,12,48,60,80.00,");
        assertThat(
                        http.get(
                                        PATH + "/reports/speed?format=csv&" + YEAR,
                                        supervisor(),
                                        "Accept-Language",
                                        "en")
                                .text())
                .startsWith("\uFEFFDepartment,measured,");
        for (String name : List.of("speed", "handling", "cards", "items", "reporting")) {
            assertThat(http.get(PATH + "/reports/" + name + "?" + YEAR, supervisor()).status())
                    .isEqualTo(200);
            sameInEveryFormat(name);
        }
        reportsComePageByPage();
        addsUpCaseByCase();
        assertThat(http.get(PATH + "/reports/speed?" + YEAR, stranger()).json().path("rows").size())
                .isZero();
        assertThat(http.get(PATH + "/reports/speed?format=csv&" + YEAR, stranger()).text())
                .doesNotContain(department());
    }

    private void reportsComePageByPage() {
        String path = PATH + "/reports/reporting?" + YEAR;
        JsonNode whole = http.get(path + "&limit=200", supervisor()).json();
        assertThat(whole.path("next").isNull()).isTrue();
        assertThat(whole.path("rows").size()).isGreaterThan(1);
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = http.get(path + "&limit=1" + cursor, supervisor()).json();
            rows.addAll(page.path("rows").valueStream().toList());
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(rows).isEqualTo(whole.path("rows").valueStream().toList());
        String garbled = Page.encode(List.of("x", "no month"));
        assertThat(http.get(path + "&cursor=" + garbled, supervisor()).status()).isEqualTo(200);
        assertThat(
                        http.get(path + "&cursor=" + Page.encode(List.of("x")), supervisor())
                                .objections())
                .containsExactly("cursor-invalid");
        assertThat(http.get(path + "&limit=201", supervisor()).objections())
                .containsExactly("limit-invalid");
    }

    /**
     * Whoever is measured gets the cases that a figure is made of; cards have a list of their own.
     */
    private void addsUpCaseByCase() {
        for (String token : List.of(supervisor(), officer())) {
            Map<String, Long> sums = new TreeMap<>();
            List<String> cases = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page =
                        http.get(PATH + "/cases?limit=2&" + MARCH + "&cursor=" + cursor, token)
                                .json();
                for (JsonNode one : page.path("items")) {
                    cases.add(one.path("caseId").asString());
                    one.path("sums")
                            .properties()
                            .forEach(
                                    sum ->
                                            sums.merge(
                                                    sum.getKey(),
                                                    sum.getValue().asLong(),
                                                    Long::sum));
                }
                cursor = page.path("next").isString() ? page.path("next").asString() : "";
            } while (!cursor.isEmpty());
            assertThat(cases).hasSizeGreaterThan(2).doesNotHaveDuplicates().isSorted();
            Map<String, Long> figures = new TreeMap<>();
            JsonNode all = http.get(PATH + "?" + MARCH, token).json();
            for (var sum : all.at("/groups/0/figures/sums").properties()) {
                // What is zero is left out of a case, and cards have a list of their own.
                if (sum.getValue().asLong() == 0 || sum.getKey().startsWith("CARDS_")) continue;
                figures.put(sum.getKey(), sum.getValue().asLong());
            }
            assertThat(sums).isEqualTo(figures);
        }
        String of = PATH + "/cases?" + MARCH;
        assertThat(http.get(of, stranger()).json().path("items").size()).isZero();
        assertThat(http.get(of + "&item=none", supervisor()).json().path("items").size()).isZero();
        assertThat(http.get(of + "&cursor=nonsense", supervisor()).status()).isEqualTo(400);
        assertThat(http.get(of, tokens.of(Role.APPLICANT).party("party-1").mint()).status())
                .isEqualTo(403);
    }

    private JsonNode march() {
        return http.get(PATH + "?from=2026-03-01&to=2026-03-31&groupBy=month", supervisor())
                .json()
                .path("groups")
                .path(0);
    }

    private static String fraction(JsonNode figures, String indicator) {
        JsonNode ratio = figures.path(indicator);
        return ratio.path("numerator").asLong()
                + "/"
                + ratio.path("denominator").asLong()
                + " "
                + ratio.path("percent").decimalValue().setScale(2);
    }

    private void finished(String id, String accepted, String ended, String result) {
        accept(id, accepted);
        happens(id, 2, "finished", ended, Map.of("result", result));
    }

    /** Every figure of the report stands in the table and in the workbook, in the same place. */
    private void sameInEveryFormat(String name) {
        Report report = Report.named(name).orElseThrow();
        String path = PATH + "/reports/" + name + "?limit=200&" + YEAR;
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode row : http.get(path, supervisor()).json().path("rows")) {
            List<String> cells = new ArrayList<>();
            row.path("key").valueStream().forEach(k -> cells.add(k.asString("")));
            for (Counter counter : report.counters()) {
                cells.add(row.path("sums").path(counter.name()).asString());
            }
            for (Indicator indicator : report.indicators()) {
                JsonNode ratio = row.path("indicators").path(indicator.word());
                cells.add(ratio.path("numerator").asString());
                cells.add(ratio.path("denominator").asString());
                JsonNode percent = ratio.path("percent");
                cells.add(percent.isNull() ? "" : plain(percent.decimalValue().toPlainString()));
            }
            expected.add(cells.stream().map(IndicatorsStory::plain).toList());
        }
        assertThat(expected).as(name).isNotEmpty();
        List<List<String>> table = new ArrayList<>();
        String csv = http.get(path + "&format=csv", supervisor()).text().substring(1);
        for (String line : csv.split("\r\n")) {
            table.add(Stream.of(line.split(",", -1)).map(IndicatorsStory::plain).toList());
        }
        List<List<String>> workbook = workbook(path + "&format=xlsx", table.getFirst().size());
        assertThat(table.subList(1, table.size())).as(name).isEqualTo(expected);
        assertThat(workbook).as(name).isEqualTo(table);
    }

    /** A number without the zeros behind its comma. */
    private static String plain(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    /** The cells of the first worksheet, read as office programs read them. */
    private List<List<String>> workbook(String path, int columns) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Path file =
                    client.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + port + path))
                                            .header("Authorization", "Bearer " + supervisor())
                                            .build(),
                                    HttpResponse.BodyHandlers.ofFile(
                                            Files.createTempFile(folder, "sheet", ".xlsx")))
                            .body();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                List<String> texts = new ArrayList<>();
                NodeList shared = part(zip, "xl/sharedStrings.xml", "si");
                for (int i = 0; i < shared.getLength(); i++) {
                    texts.add(shared.item(i).getTextContent());
                }
                List<List<String>> rows = new ArrayList<>();
                NodeList cells = part(zip, "xl/worksheets/sheet1.xml", "c");
                for (int i = 0; i < cells.getLength(); i++) {
                    Element cell = (Element) cells.item(i);
                    String at = cell.getAttribute("r");
                    int row = Integer.parseInt(at.replaceAll("[A-Z]", "")) - 1;
                    int column = 0;
                    for (char c : at.replaceAll("[0-9]", "").toCharArray()) {
                        column = column * 26 + c - 'A' + 1;
                    }
                    while (rows.size() <= row) {
                        rows.add(new ArrayList<>(Collections.nCopies(columns, "")));
                    }
                    String value = cell.getTextContent();
                    rows.get(row)
                            .set(
                                    column - 1,
                                    cell.getAttribute("t").equals("s")
                                            ? texts.get(Integer.parseInt(value))
                                            : plain(value));
                }
                return rows;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static NodeList part(ZipFile zip, String name, String element) throws Exception {
        ZipEntry entry = Objects.requireNonNull(zip.getEntry(name), name);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(zip.getInputStream(entry))
                .getElementsByTagName(element);
    }

    @Test
    void groups_are_ranked_and_what_makes_no_sense_is_told() {
        finished("431124-league-1", "2026-05-06T02:00:00Z", "2026-05-07T02:00:00Z", "6");
        clock.setTo(Instant.parse("2026-05-07T03:00:00Z"));
        String may = "from=2026-05-01&to=2026-05-31";
        String league = PATH + "/league?by=item&indicator=statutorySpeedUp&" + may;
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(league, supervisor())
                                                        .json()
                                                        .at("/places/0/ratio/numerator")
                                                        .asInt())
                                        .isEqualTo(19));
        JsonNode first = http.get(league, supervisor()).json().at("/places/0");
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.at("/key/0").asString()).isEqualTo("item");
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("/league?by=item&indicator=beauty&" + may, "indicator-unknown");
        wrong.put("/league?by=colour&indicator=redRate&" + may, "grouping-unknown");
        wrong.put("?groupBy=day,day&" + may, "grouping-unknown");
        wrong.put("?groupBy=day,month,city,item&" + may, "grouping-too-deep");
        wrong.put("/reports/beauty?" + may, "report-unknown");
        wrong.put("/reports/speed?format=pdf&" + may, "format-unknown");
        wrong.put("/reports/speed?from=2026-02-01&to=2026-01-01", "period-invalid");
        wrong.put("/reports/speed?from=0001-01-01&to=0002-01-01", "period-invalid");
        wrong.put("/reports/speed?region=43&" + may, "region-invalid");
        for (var one : wrong.entrySet()) {
            var answer = http.get(PATH + one.getKey(), supervisor());
            assertThat(answer.status()).as(one.getKey() + answer.text()).isEqualTo(400);
            assertThat(answer.objections()).as(one.getKey()).containsExactly(one.getValue());
        }
        assertThat(http.get(PATH + "/reports/speed?" + may, null).status()).isEqualTo(401);
        String applicant =
                tokens.of(org.oneseal.platform.security.Role.APPLICANT).party("p").mint();
        assertThat(http.get(PATH + "/reports/speed?" + may, applicant).status()).isEqualTo(403);
        assertThat(http.get(league, applicant).status()).isEqualTo(403);
    }
}
