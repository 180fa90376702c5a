package org.oneseal.catalog.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private final Readings readings = new Readings(Map.of("朝阳", List.of("chao", "yang")));

    @Test
    void aCharacterIsReadAsInTheWordItStandsIn() {
        assertThat(readings.syllables("重庆银行行政许可"))
                .containsExactly("chong", "qing", "yin", "hang", "xing", "zheng", "xu", "ke");
        assertThat(readings.syllables("长沙校车")).containsExactly("chang", "sha", "xiao", "che");
    }

    @Test
    void whatTheDictionaryGetsWrongIsPutRight() {
        assertThat(readings.syllables("朝阳区")).containsExactly("chao", "yang", "qu");
        assertThat(new Readings(Map.of()).syllables("朝阳区").getFirst()).isEqualTo("zhao");
    }

    @Test
    void whatIsNoChineseStandsForItself() {
        assertThat(Readings.initials(readings.syllables("ktv娱乐a1"))).isEqualTo("ktvyla1");
    }

    @Test
    void lettersAreCutIntoSyllablesAndTheLastMayBeBegunOnly() {
        assertThat(readings.cuts("yingyezhizhao")).contains(List.of("ying", "ye", "zhi", "zhao"));
        assertThat(readings.cuts("xian")).contains(List.of("xian"), List.of("xi", "an"));
        assertThat(readings.cuts("yingyezh")).contains(List.of("ying", "ye", "zh"));
        assertThat(readings.cuts("yyzz")).isEmpty();
        assertThat(readings.cuts("xvq")).isEmpty();
    }

    @Test
    void thereIsNoEndlessCuttingOfManyLetters() {
        assertThat(readings.cuts("a".repeat(100))).hasSizeLessThanOrEqualTo(4);
        assertThat(readings.cuts("an".repeat(50) + "q")).hasSizeLessThanOrEqualTo(4);
        assertThat(readings.cuts("an".repeat(49) + "vv")).isEmpty();
    }

    @Test
    void theSouthHearsNoDifference() {
        assertThat(Readings.heard("zhang")).isEqualTo(Readings.heard("zan"));
        assertThat(Readings.heard("lv")).isEqualTo("lu");
        assertThat(Readings.heard("sheng")).isEqualTo(Readings.heard("sen"));
    }

    @Test
    void foldedTextKnowsWhereItCameFrom() {
        Folded folded = Folded.of("Ａ 营\t㎏");
        assertThat(folded.key()).isEqualTo("a营kg");
        assertThat(folded.origins()).containsExactly(0, 2, 4, 4);
    }
}
