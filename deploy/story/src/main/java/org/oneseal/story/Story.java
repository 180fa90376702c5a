package org.oneseal.story;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.oneseal.story.chapters.CatalogChapter;
import org.oneseal.story.chapters.CommissionChapter;
import org.oneseal.story.chapters.DistrictChapter;
import org.oneseal.story.chapters.LicenceChapter;
import org.oneseal.story.chapters.LogChapter;
import org.oneseal.story.chapters.OfficeChapter;
import org.oneseal.story.chapters.PromiseChapter;
import org.oneseal.story.chapters.SupervisionChapter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole story and its report. */
public final class Story {

    private final Surroundings where;
    private final Narrator narrator;

    public Story(Surroundings where, Narrator narrator) {
        this.where = where;
        this.narrator = narrator;
    }

    /** Tells all chapters; the report is what they found, by chapter. */
    public Map<String, Object> tell() throws IOException {
        Files.createDirectories(where.work());
        Desk desk = new Desk(where);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("district", new DistrictChapter(where, desk, narrator).tell());
        report.put("licence", new LicenceChapter(where, desk, narrator).tell());
        report.put("office", new OfficeChapter(where, desk, narrator).tell());
        CommissionChapter commission = new CommissionChapter(where, desk, narrator);
        commission.begin();
        report.put("promise", new PromiseChapter(desk, narrator).tell());
        Map<String, Object> log = new LogChapter(where, desk, narrator).tell();
        report.putAll(log);
        report.put(
                "supervision",
                new SupervisionChapter(where, desk, narrator)
                        .tell(LogChapter.folder(log), LogChapter.source(log)));
        report.put("commission", commission.finish());
        report.put("catalog", new CatalogChapter(where, desk, narrator).tell());
        return report;
    }

    /** The report as JSON for people and programs. */
    public static String json(Map<String, Object> report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }
}
