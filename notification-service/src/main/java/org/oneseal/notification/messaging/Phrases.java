package org.oneseal.notification.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of a message in both languages, collected by name; what an event does not tell is left
 * out.
 */
final class Phrases {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm");
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH);

    /** Units, colours and procedures, Chinese and English. */
    private static final Map<String, List<String>> WORDS =
            Map.ofEntries(
                    Map.entry("WORKING_DAY", List.of("个工作日", " working days")),
                    Map.entry("CALENDAR_DAY", List.of("日", " days")),
                    Map.entry("MONTH", List.of("个月", " months")),
                    Map.entry("OFFICE_HOUR", List.of("个工作小时", " office hours")),
                    Map.entry("BLUE", List.of("蓝牌", "blue card")),
                    Map.entry("YELLOW", List.of("黄牌", "yellow card")),
                    Map.entry("RED", List.of("红牌", "red card")),
                    Map.entry("HEARING", List.of("听证", "hearing")),
                    Map.entry("TENDER", List.of("招标", "tender")),
                    Map.entry("AUCTION", List.of("拍卖", "auction")),
                    Map.entry("INSPECTION", List.of("检验", "inspection")),
                    Map.entry("TESTING", List.of("检测", "testing")),
                    Map.entry("QUARANTINE", List.of("检疫", "quarantine")),
                    Map.entry("APPRAISAL", List.of("鉴定", "appraisal")),
                    Map.entry("EXPERT_REVIEW", List.of("专家评审", "expert review")));

    private final Map<String, String> chinese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();

    /** The same in both languages. */
    Phrases put(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : put(name, value, value);
    }

    Phrases put(String name, String inChinese, String inEnglish) {
        chinese.put(name, inChinese);
        english.put(name, inEnglish);
        return this;
    }

    Phrases day(String name, @Nullable Instant instant) {
        return instant == null ? this : day(name, LocalDate.ofInstant(instant, ZONE));
    }

    Phrases day(String name, @Nullable LocalDate day) {
        return day == null ? this : put(name, chinese(day), english(day));
    }

    static String chinese(LocalDate day) {
        return DAY_ZH.format(day);
    }

    static String english(LocalDate day) {
        return DAY_EN.format(day);
    }

    Phrases moment(String name, @Nullable Instant instant) {
        return instant == null ? this : put(name, chinese(instant), english(instant));
    }

    static String chinese(Instant instant) {
        return TIME_ZH.format(instant.atZone(ZONE));
    }

    static String english(Instant instant) {
        return TIME_EN.format(instant.atZone(ZONE));
    }

    Phrases word(String name, String code) {
        List<String> known = WORDS.getOrDefault(code, List.of(code, code));
        return put(name, known.get(0), known.get(1));
    }

    Phrases amount(String name, int amount, String unit) {
        List<String> known = WORDS.getOrDefault(unit, List.of(unit, " " + unit));
        return put(name, amount + known.get(0), amount + known.get(1));
    }

    /** An end that may be missing: 长期. */
    Phrases end(String name, @Nullable LocalDate day) {
        return day == null ? put(name, "长期", "no end") : day(name, day);
    }

    Map<String, String> chinese() {
        return chinese;
    }

    Map<String, String> english() {
        return english;
    }
}
