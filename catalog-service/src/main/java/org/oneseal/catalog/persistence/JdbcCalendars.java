package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oneseal.catalog.calendars.CalendarContent;
import org.oneseal.catalog.calendars.Calendars;
import org.oneseal.catalog.calendars.YearCalendar;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendars implements Calendars, WorkCalendars {

    private static final String CURRENT =
            """
            SELECT DISTINCT ON (region, year) region, year, version, hash, content FROM calendars
            """;

    private final JdbcClient sql;
    private final Json json;
    private final CryptoProfile profile;

    JdbcCalendars(
            JdbcClient sql, Json json, @Value("${oneseal.crypto.profile:cn}") String profile) {
        this.sql = sql;
        this.json = json;
        this.profile = CryptoProfile.named(profile);
    }

    @Override
    public Optional<YearCalendar> current(RegionCode region, int year) {
        return sql.sql(
                        CURRENT
                                + " WHERE region = :region AND year = :year"
                                + " ORDER BY region, year, version DESC")
                .param("region", region.value())
                .param("year", year)
                .query(this::calendar)
                .optional();
    }

    @Override
    public List<YearCalendar> current() {
        return sql.sql(CURRENT + " ORDER BY region, year, version DESC")
                .query(this::calendar)
                .list();
    }

    /** Years that the region has not published itself are those of the region above. */
    @Override
    public Optional<WorkCalendar> publishedFor(RegionCode region) {
        List<RegionCode> path = new java.util.ArrayList<>(region.ancestors());
        if (!path.contains(RegionCode.NATION)) path.addFirst(RegionCode.NATION);
        Map<String, SortedMap<Integer, CalendarYear>> byRegion = new LinkedHashMap<>();
        sql.sql(CURRENT + " WHERE region IN (:path) ORDER BY region, year, version DESC")
                .param("path", path.stream().map(RegionCode::value).toList())
                .query(this::calendar)
                .list()
                .forEach(
                        calendar ->
                                byRegion.computeIfAbsent(
                                                calendar.region().value(), _ -> new TreeMap<>())
                                        .put(calendar.year(), calendar.countable()));
        if (!byRegion.containsKey(region.value())) return Optional.empty();
        SortedMap<Integer, CalendarYear> years = new TreeMap<>();
        for (RegionCode at : path) years.putAll(byRegion.getOrDefault(at.value(), new TreeMap<>()));
        return Optional.of(WorkCalendar.of(region, years.values()));
    }

    @Override
    public void add(YearCalendar calendar, Instant publishedAt) {
        int added =
                sql.sql(
                                """
                                INSERT INTO calendars
                                       (region, year, version, hash, provisional, content, published_at)
                                VALUES (:region, :year, :version, :hash, :provisional, :content::jsonb, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("region", calendar.region().value())
                        .param("year", calendar.year())
                        .param("version", calendar.version())
                        .param("hash", calendar.hash())
                        .param("provisional", calendar.content().provisional())
                        .param("content", json.write(calendar.content()))
                        .param("at", publishedAt.atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 0) {
            throw new StaleVersion(
                    calendar.region() + "/" + calendar.year(), calendar.version() - 1L);
        }
    }

    @Override
    public String hash(RegionCode region, int year, CalendarContent content) {
        return profile.digest(region + "/" + year + "\n" + json.write(content)).toString();
    }

    private YearCalendar calendar(ResultSet row, int number) throws SQLException {
        return new YearCalendar(
                new RegionCode(row.getString("region")),
                row.getInt("year"),
                row.getInt("version"),
                row.getString("hash"),
                json.read(row.getString("content"), CalendarContent.class));
    }
}
