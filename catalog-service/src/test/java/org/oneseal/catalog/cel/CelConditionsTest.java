package org.oneseal.catalog.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.guide.GuideSamples.choice;
import static org.oneseal.catalog.guide.GuideSamples.question;
import static org.oneseal.catalog.guide.GuideSamples.yesNo;

import dev.cel.common.CelIssue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneseal.catalog.guide.Conditions;
import org.oneseal.catalog.guide.Conditions.Reading;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.Verdict;
import org.oneseal.platform.objection.Objection;

class CelConditionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Question> QUESTIONS =
            List.of(
                    yesNo("minor", null),
                    choice("kind", null, "hotel", "bath", "salon"),
                    question("rooms", Question.Kind.NUMBER, null),
                    question("born", Question.Kind.DATE, null),
                    question("town", Question.Kind.TEXT, null),
                    yesNo("late", null));

    private final Conditions conditions = new CelConditions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            textBlock =
                    """
                    minor                                  § HOLDS
                    !minor                                 § FAILS
                    kind == 'hotel' && rooms > 10          § HOLDS
                    kind in ['bath', 'salon']              § FAILS
                    kind != "bath"                         § HOLDS
                    rooms + 1.0 >= 12.5                    § HOLDS
                    rooms * 2.0 == 23.0                    § HOLDS
                    born < date('2010-01-01')              § FAILS
                    years(born, today) < 16                § HOLDS
                    years(born, date('2026-11-24')) == 16  § HOLDS
                    days(date('2026-11-20'), today) == 3   § HOLDS
                    town.startsWith('冷水滩') && !town.contains('乡') § HOLDS
                    town.endsWith('街道') ? minor : late   § HOLDS
                    late || minor                          § HOLDS
                    late && minor                          § OPEN
                    late                                   § OPEN
                    !late || minor == true                 § HOLDS
                    """)
    void whatIsUnderstoodIsJudged(String text, Verdict verdict) {
        Map<String, Object> answers =
                Map.of(
                        "minor",
                        true,
                        "kind",
                        "hotel",
                        "rooms",
                        new BigDecimal("11.5"),
                        "born",
                        LocalDate.of(2010, 11, 24),
                        "town",
                        "冷水滩区梅湾街道");
        Reading reading = conditions.over(QUESTIONS).read(text, Set.of());
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        assertThat(((Reading.Understood) reading).condition().judge(answers, TODAY))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
                    kind ==                         § condition-unfinished 1:8
                    (minor                          § condition-unfinished 1:7
                    minor &&& late                  § condition-part-unexpected 1:9
                    minor )                         § condition-part-unexpected 1:7
                    minor late                      § condition-part-unexpected 1:7
                    minor = late                    § condition-part-unexpected 1:7, condition-part-unexpected 1:9
                    for                             § condition-word-reserved 1:1
                    grown                           § condition-question-unknown 1:1
                    minor && (grown || old)         § condition-question-unknown 1:11, condition-question-unknown 1:20
                    minor && late                   § condition-question-later 1:10
                    rooms > 'a'                     § condition-types-differ 1:7
                    rooms == 5                      § condition-types-differ 1:7
                    minor > 1                       § condition-types-differ 1:7
                    rooms                           § condition-not-boolean 1:1
                    years(born, today)              § condition-not-boolean 1:6
                    kind == 'hut'                   § condition-option-unknown 1:9
                    kind in ['hotel', 'hut']        § condition-option-unknown 1:19
                    'hut' != kind                   § condition-option-unknown 1:1
                    kind == town                    § condition-choice-misused 1:1
                    kind.contains('ho')             § condition-choice-misused 1:1
                    born > date('2026-02-30')       § condition-day-invalid 1:13
                    born > date(town)               § condition-day-invalid 1:13
                    town.matches('(a+)+')           § condition-function-unknown 1:13
                    [1, 2].exists(x, x > 1)         § condition-function-unknown 1:14, condition-form-refused 1:1, condition-question-unknown 1:15, condition-question-unknown 1:18
                    {'a': minor}['a']               § condition-function-unknown 1:13, condition-form-refused 1:1
                    minor.x                         § condition-form-refused 1:6
                    kind in town                    § condition-form-refused 1:6, condition-types-differ 1:6
                    rooms / 0.0 > 1                 § condition-function-unknown 1:7
                    size(town) > 3                  § condition-function-unknown 1:5
                    duration('1s') > duration('2s') § condition-function-unknown 1:9, condition-function-unknown 1:26
                    """)
    void whatIsWrongIsToldAtOnceWithItsPlace(String text, String expected) {
        assertThat(wrong(text)).as(text).isEqualTo(expected);
    }

    @Test
    void aConditionOnSeveralLinesIsCountedByLines() {
        assertThat(wrong("minor ||\n  grown")).isEqualTo("condition-question-unknown 2:3");
    }

    @Test
    void whatWouldGoOnForLongIsNotRead() {
        assertThat(wrong("!(".repeat(200) + "minor" + ")".repeat(200)))
                .startsWith("condition-too-deep");
        assertThat(wrong("minor || ".repeat(230) + "minor")).startsWith("condition-too-deep");
        assertThat(wrong("x".repeat(2001))).startsWith("condition-too-deep");
    }

    @Test
    void whatTheReaderOfTheLanguageSaysInWordsUnknownToUsIsToldWithItsPlace() {
        CelIssue unheardOf = CelIssue.formatError(2, 4, "the reader has learnt a new word");
        Objection told = Malformed.objection(unheardOf);
        assertThat(told.code()).isEqualTo("condition-malformed");
        assertThat(told.arguments()).hasSize(1);
    }

    @Test
    void wordsOfTheLanguageNameNoQuestion() {
        assertThat(conditions.mayName("today")).isFalse();
        assertThat(conditions.mayName("in")).isFalse();
        assertThat(conditions.mayName("minor")).isTrue();
    }

    @Test
    void numbersAreComparedAsTheyAreWritten() {
        Reading reading = conditions.over(QUESTIONS).read("rooms == 0.3", Set.of());
        Map<String, Object> answers = new HashMap<>();
        answers.put("rooms", new BigDecimal("0.3"));
        assertThat(((Reading.Understood) reading).condition().judge(answers, TODAY))
                .isEqualTo(Verdict.HOLDS);
    }

    private String wrong(String text) {
        Reading reading = conditions.over(QUESTIONS).read(text, Set.of("late"));
        assertThat(reading).as(text).isInstanceOf(Reading.Faulty.class);
        return String.join(
                ", ",
                ((Reading.Faulty) reading)
                        .objections().stream().map(o -> o.code() + " " + place(o)).toList());
    }

    private static String place(Objection objection) {
        return objection.arguments().stream()
                .map(String::valueOf)
                .filter(a -> a.matches("\\d+:\\d+"))
                .findFirst()
                .orElse("");
    }
}
