package org.oneseal.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers here are published samples of the standards and of public registers. */
class IdentityNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91330102MA28NBU477",
                "91110000600037341L",
                "11430000006122244L",
                "11100000000013338W",
                "11370800MB28559184"
            })
    void realCreditCodesPassAndNoneWithOneCharacterChangedDoes(String code) {
        assertThat(new UnifiedSocialCreditCode(code)).hasToString(code);
        refusesEveryChangeOfOne(
                code, "0123456789ABCDEFGHJKLMNPQRTUWXY", UnifiedSocialCreditCode::isValid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void publishedCitizenNumbersPassAndNoneWithOneCharacterChangedDoes(String number) {
        assertThat(new CitizenNumber(number).value()).isEqualTo(number);
        refusesEveryChangeOfOne(number, "0123456789X", CitizenNumber::isValid);
    }

    @Test
    void aCitizenNumberTellsBirthAndSexAndPrintsItselfMasked() {
        CitizenNumber number = new CitizenNumber("11010519491231002X");
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.isFemale()).isTrue();
        assertThat(new CitizenNumber("440524188001010014").isFemale()).isFalse();
        assertThat(number).hasToString("1101**********002X");
        assertThat(number.masked()).isEqualTo("1101**********002X");
    }

    @Test
    void aCitizenNumberOfADayThatNeverWasIsRefusedWithoutBeingShown() {
        String first17 = "11010519490230002";
        String number = first17 + CitizenNumber.check(first17);
        assertThat(CitizenNumber.isValid(number)).isFalse();
        assertThatThrownBy(() -> new CitizenNumber(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("19490230");
    }

    @Test
    void aNumberIsFoundInATextAndMaskedAndNothingElseIs() {
        String text = "张三（440524188001010014、11010519491231002x）的申请，单号 440524188001010015";
        assertThat(CitizenNumber.isIn(text)).isTrue();
        assertThat(CitizenNumber.maskIn(text))
                .isEqualTo("张三（4405**********0014、1101**********002x）的申请，单号 440524188001010015");
        assertThat(CitizenNumber.isIn(CitizenNumber.maskIn(text))).isFalse();
        assertThat(CitizenNumber.isIn("1440524188001010014"))
                .as("part of a longer number")
                .isFalse();
    }

    @Test
    void theOldFormIsNoInputButFindsTheNewOne() {
        assertThat(CitizenNumber.isValid("110105491231002")).isFalse();
        assertThat(CitizenNumber.ofLegacy("110105491231002"))
                .isEqualTo(new CitizenNumber("11010519491231002X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11370800MB285591843370117002011", "12441500196720244T3442199806003"})
    void realImplementationCodesPass(String code) {
        ImplementationCode read = new ImplementationCode(code);
        assertThat(read.exerciseLevel()).isEqualTo(3);
        assertThat(ImplementationCode.of(read.body(), 3, read.matter())).isEqualTo(read);
    }

    @Test
    void anImplementationCodeKnowsBodyLevelAndMatter() {
        ImplementationCode code = new ImplementationCode("11370800MB285591843370117002011");
        assertThat(code.body().value()).isEqualTo("11370800MB28559184");
        assertThat(code.body().registrationRegion()).isEqualTo("370800");
        assertThat(code.matter().scope()).isEqualTo("37");
        assertThat(code.matter().itemType()).isEqualTo("01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11370800MB28559184337011700201",
                "11370800MB285591847370117002011",
                "11370800MB285591853370117002011",
                "11370800MB2855918433701170020-1"
            })
    void brokenImplementationCodesAreRefused(String code) {
        assertThat(ImplementationCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
            })
    void realCertificateIdsPassAndNoneWithAnotherCheckCharacterDoes(String id) {
        assertThat(new CertificateId(id)).hasToString(id);
        String rest = id.substring(0, id.length() - 1);
        for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
            assertThat(CertificateId.isValid(rest + c)).as(rest + c).isEqualTo(id.equals(rest + c));
        }
    }

    @Test
    void aCertificateIdIsMadeFromItsParts() {
        CertificateId id =
                CertificateId.of(
                        "11100000000013338W011",
                        new UnifiedSocialCreditCode("11430000006122244L"),
                        "20230000403",
                        1);
        assertThat(id.value()).endsWith(".20230000403.001.U");
        assertThat(id.type()).isEqualTo("11100000000013338W011");
        assertThat(id.issuer()).isEqualTo("11430000006122244L");
        assertThat(id.serial()).isEqualTo("20230000403");
        assertThat(id.version()).isEqualTo(1);
    }

    private static void refusesEveryChangeOfOne(
            String valid, String alphabet, Predicate<String> isValid) {
        for (int i = 0; i < valid.length(); i++) {
            for (char c : alphabet.toCharArray()) {
                String changed = valid.substring(0, i) + c + valid.substring(i + 1);
                assertThat(isValid.test(changed)).as(changed).isEqualTo(changed.equals(valid));
            }
        }
    }
}
