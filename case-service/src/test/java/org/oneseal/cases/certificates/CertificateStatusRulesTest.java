package org.oneseal.cases.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.cases.certificates.Certificate.Status;

class CertificateStatusRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Map<Status, Set<Status>> ALLOWED =
            Map.of(
                    Status.VALID,
                    Set.of(
                            Status.WITHHELD,
                            Status.REVOKED,
                            Status.CANCELLED,
                            Status.TRANSFERRED,
                            Status.FORFEITED),
                    Status.WITHHELD,
                    Set.of(Status.VALID, Status.REVOKED, Status.CANCELLED, Status.FORFEITED),
                    Status.EXPIRED,
                    Set.of(Status.CANCELLED));

    @ParameterizedTest
    @EnumSource(Status.class)
    void aStatusLeadsToJustItsOwn(Status from) {
        for (Status wanted : Status.values()) {
            var objections =
                    CertificateStatusRules.objections(
                            certificate(from, null), wanted, "ground", "reason", TODAY);

            assertThat(objections.isEmpty())
                    .as("%s to %s", from, wanted)
                    .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(wanted));
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void whoseTermIsOverHasLapsedWithoutAnyoneWritingSo(Status wanted) {
        var lapsed = certificate(Status.VALID, TODAY.minusDays(1));

        assertThat(
                        CertificateStatusRules.objections(lapsed, wanted, "ground", "reason", TODAY)
                                .isEmpty())
                .isEqualTo(wanted == Status.CANCELLED);
    }

    private static Certificate certificate(
            Status status, @org.jspecify.annotations.Nullable LocalDate validTo) {
        return new Certificate(
                "id",
                "case",
                "number",
                "type",
                "name",
                "authority",
                "holder",
                "item",
                LocalDate.of(2020, 1, 1),
                validTo,
                Instant.EPOCH,
                status);
    }
}
