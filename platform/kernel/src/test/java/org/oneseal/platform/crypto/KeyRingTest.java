package org.oneseal.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRingTest {

    private static final byte[] CONTENT = "一章通".getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void digestsAreThePublishedOnes() {
        assertThat(CryptoProfile.CN.digest("abc"))
                .hasToString(
                        "SM3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(CryptoProfile.INTL.digest("abc"))
                .hasToString(
                        "SHA-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @EnumSource
    void filesAreMadeOnceAndReadableByTheirOwnerAlone(CryptoProfile profile) throws Exception {
        KeyRing first = KeyRing.generate(folder, profile, "cases");
        KeyRing second = KeyRing.generate(folder, profile, "cases");

        assertThat(second.publicKeys()).isEqualTo(first.publicKeys()).hasSize(1);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureHoldsForItsContentAndItsKeyOnly(CryptoProfile profile) {
        KeyRing keys = KeyRing.generate(folder, profile, "cases");
        Signature signature = Signature.parse(keys.sign(CONTENT).toString());
        PublicKey key = keys.publicKeys().getFirst();
        PublicKey stranger = KeyRing.ephemeral(profile, "cases").publicKeys().getFirst();
        PublicKey impostor = new PublicKey(key.id(), key.owner(), key.algorithm(), stranger.key());

        assertThat(signature.algorithm()).isEqualTo(profile.signatureAlgorithm());
        assertThat(signature.verifies(key, CONTENT)).isTrue();
        assertThat(signature.verifies(key, "一章不通".getBytes(UTF_8))).isFalse();
        assertThat(signature.verifies(stranger, CONTENT)).isFalse();
        assertThat(signature.verifies(impostor, CONTENT)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anOlderKeyStillVerifiesAfterANewOneHasTakenOver(CryptoProfile profile) {
        KeyRing before = KeyRing.generate(folder, profile, "cases");
        Signature old = before.sign(CONTENT);
        KeyRing after = KeyRing.rotateSigning(folder, profile, "cases");

        assertThat(after.sign(CONTENT).keyId()).isNotEqualTo(old.keyId());
        assertThat(after.publicKeys())
                .hasSize(2)
                .anyMatch(key -> old.verifies(key, CONTENT))
                .anyMatch(key -> after.sign(CONTENT).verifies(key, CONTENT));
    }

    @ParameterizedTest
    @EnumSource
    void aCiphertextOpensWithItsKeyAndAssociatedDataOnly(CryptoProfile profile) {
        KeyRing keys = KeyRing.generate(folder, profile, "cases");
        byte[] place = "here".getBytes(UTF_8);
        Ciphertext sealed = Ciphertext.parse(keys.encrypt(CONTENT, place).toString());

        assertThat(sealed.algorithm()).isEqualTo(profile.cipherAlgorithm());
        assertThat(KeyRing.load(folder, profile).decrypt(sealed, place)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> keys.decrypt(sealed, "there".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyRing.ephemeral(profile, "cases").decrypt(sealed, place))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatOneProfileEncryptedIsReadUnderTheOther() {
        KeyRing cn = KeyRing.generate(folder, CryptoProfile.CN, "cases");
        Ciphertext sealed = cn.encrypt(CONTENT, CONTENT);
        Signature signature = cn.sign(CONTENT);
        KeyRing intl = KeyRing.generate(folder, CryptoProfile.INTL, "cases");

        assertThat(intl.decrypt(sealed, CONTENT)).isEqualTo(CONTENT);
        assertThat(intl.publicKeys()).anyMatch(key -> signature.verifies(key, CONTENT));
        assertThat(intl.sign(CONTENT).algorithm()).isEqualTo("ECDSA-P256-SHA256");
    }
}
