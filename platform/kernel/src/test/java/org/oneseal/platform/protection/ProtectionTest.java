package org.oneseal.platform.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;

class ProtectionTest {

    private static final String NUMBER = "99010119900307561X";

    @ParameterizedTest
    @EnumSource
    void anEncryptedFieldOpensInItsPlaceOnly(CryptoProfile profile) {
        var cipher = new FieldCipher(KeyRing.ephemeral(profile, "cases"));
        String stored = cipher.encrypt(NUMBER, "party/1/citizen-number");

        assertThat(stored).startsWith(profile.cipherAlgorithm() + ":cases-enc-");
        assertThat(stored).doesNotContain(NUMBER);
        assertThat(cipher.encrypt(NUMBER, "party/1/citizen-number")).isNotEqualTo(stored);
        assertThat(cipher.decrypt(stored, "party/1/citizen-number")).isEqualTo(NUMBER);
        assertThatThrownBy(() -> cipher.decrypt(stored, "party/2/citizen-number"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void theIndexFindsTheSameNumberHoweverItIsSpelled(CryptoProfile profile) {
        var index = new BlindIndex(KeyRing.ephemeral(profile, "cases"));
        var stranger = new BlindIndex(KeyRing.ephemeral(profile, "cases"));
        String stored = index.of("citizen-number", NUMBER);

        assertThat(stored).startsWith(profile.macAlgorithm() + ":").doesNotContain(NUMBER);
        assertThat(index.of("citizen-number", "990101 19900307 561x")).isEqualTo(stored);
        assertThat(index.candidates("citizen-number", NUMBER)).containsExactly(stored);
        assertThat(index.of("phone", NUMBER)).isNotEqualTo(stored);
        assertThat(stranger.of("citizen-number", NUMBER)).isNotEqualTo(stored);
    }

    @Test
    void masksShowTheEndsOnly() {
        assertThat(Masks.citizenNumber(NUMBER)).isEqualTo("9901**********561X");
        assertThat(Masks.citizenNumber("123")).isEqualTo("***");
        assertThat(Masks.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masks.phone("07468888888")).isEqualTo("074****8888");
        assertThat(Masks.phone("8888888")).isEqualTo("*****88");
        assertThat(Masks.phone("12345")).isEqualTo("*****");
        assertThat(Masks.name("张三")).isEqualTo("张*");
        assertThat(Masks.name("欧阳修")).isEqualTo("欧**");
        assertThat(Masks.name("张")).isEqualTo("*");
        assertThat(Masks.name("")).isEqualTo("*");
    }
}
