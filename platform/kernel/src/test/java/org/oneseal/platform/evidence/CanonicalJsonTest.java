package org.oneseal.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void oneValueHasOneSpelling() {
        assertThat(canonical("{\"b\": [1.50, 1e2, -0.0], \"a\":\t{\"é\":\"\\u0041\\/\\n\"}}"))
                .isEqualTo("{\"a\":{\"é\":\"A/\\n\"},\"b\":[1.5,100,0]}");
        assertThat(canonical("[100, 100.0, 1E+2]")).isEqualTo("[100,100,100]");
        assertThat(canonical("[true,false,null,\"\",{},[]]"))
                .isEqualTo("[true,false,null,\"\",{},[]]");
    }

    @Test
    void membersAreSortedByCodeUnitsAsInRfc8785() {
        assertThat(canonical("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"1\":3,\"\\r\":4,\"ö\":5}"))
                .isEqualTo("{\"\\r\":4,\"1\":3,\"ö\":5,\"😀\":2,\"\ufb33\":1}");
    }

    @Test
    void noDigitOfALargeAmountIsLost() {
        assertThat(canonical("[9007199254740993, 123456789012345678.01]"))
                .isEqualTo("[9007199254740993,123456789012345678.01]");
    }

    @Test
    void whatAJsonColumnCanNotHoldIsRefused() {
        assertThatThrownBy(() -> canonical("\"\\u0000\""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> canonical("\"\\ud800\""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> canonical("1e100000000"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String json) {
        return CanonicalJson.write(CanonicalJson.parse(json));
    }
}
