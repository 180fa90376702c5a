package org.oneseal.cases.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final String LETTERS = "审批局办件ab1，。《》（）“” ";

    /** Every letter an em wide, and none of it Greek. */
    private static final Typeface SQUARE =
            new Typeface() {
                @Override
                public double width(int codePoint) {
                    return 1;
                }

                @Override
                public boolean has(int codePoint) {
                    return codePoint < 0x370 || codePoint > 0x3FF;
                }
            };

    private final Lines lines = new Lines(SQUARE);

    @Test
    void wordsStayWholeAndMarksKeepToTheirLetters() {
        assertThat(lines.of("审批局《章程》", 4, 0)).containsExactly("审批局", "《章程》");
        assertThat(lines.of("审批局办，件", 4, 0)).containsExactly("审批局办，", "件");
        assertThat(lines.of("审 abc 批", 4, 0)).containsExactly("审 ", "abc ", "批");
        assertThat(lines.of("abcdefgh", 3, 0)).containsExactly("abc", "def", "gh");
        assertThat(lines.of("审批局", 3, 2)).containsExactly("审", "批局");
    }

    @Test
    void whatTheTypefaceLacksIsShownAsMissing() {
        assertThat(lines.of("αω审\t批", 9, 0)).containsExactly("〓〓审 批");
        assertThat(lines.of("", 9, 0)).containsExactly("");
    }

    @Test
    void nothingIsLostAndNoLineIsLongerThanItsMeasureButForClosingMarks() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder("审");
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            text.append('批');
            int measure = 2 + random.nextInt(12);
            List<String> set = lines.of(text.toString(), measure, 0);
            assertThat(String.join("", set))
                    .as("seed %d text %s", seed, text)
                    .isEqualTo(text.toString());
            for (String line : set) {
                String bare = line.replaceAll("[，。》）”]+$", "");
                assertThat(bare.length())
                        .as("seed %d measure %d text %s line %s", seed, measure, text, line)
                        .isLessThanOrEqualTo(measure);
            }
        }
    }
}
