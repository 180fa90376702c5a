package org.oneseal.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whoever sends a wrong value is told what a right one looks like. */
class WantedTest {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    WantedTest() {
        messages.setBasename("platform-messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    @Test
    void choices_are_named() {
        assertThat(told("parameter-invalid", "day", DayOfWeek.class, Locale.ENGLISH))
                .isEqualTo(
                        "Parameter day is not right: it must be one of MONDAY, TUESDAY, WEDNESDAY,"
                                + " THURSDAY, FRIDAY, SATURDAY, SUNDAY.");
    }

    @Test
    void an_example_is_given() {
        assertThat(told("parameter-invalid", "from", LocalDate.class, Locale.ENGLISH))
                .endsWith("it must be a day such as 2026-11-20.");
        assertThat(told("field-malformed", "/at", Instant.class, Locale.CHINA))
                .isEqualTo("字段 /at 的值格式不正确：应为时刻，例如 2026-11-20T01:30:00Z。");
        assertThat(told("parameter-invalid", "month", YearMonth.class, Locale.CHINA))
                .contains("2026-11");
    }

    @ParameterizedTest
    @ValueSource(classes = {int.class, Long.class, boolean.class, String.class})
    void every_kind_has_words(Class<?> type) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINA}) {
            assertThat(told("parameter-invalid", "x", type, locale))
                    .doesNotContain("wanted")
                    .matches(".+[.。]");
        }
    }

    @Test
    void nobody_knows_what_was_wanted() {
        assertThat(told("field-malformed", "/x", null, Locale.ENGLISH))
                .endsWith("it must be written as the API description says.");
    }

    private String told(String code, String name, @Nullable Class<?> type, Locale locale) {
        return messages.getMessage(
                "objection." + code, new Object[] {name, Wanted.of(type)}, locale);
    }
}
