package org.oneseal.cases.certificates;

import static org.oneseal.platform.objection.Objection.of;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oneseal.cases.certificates.Certificate.Status;
import org.oneseal.platform.objection.Objection;

/** Which status a certificate may go to from where it stands (行政许可法 art. 69, 70). */
public final class CertificateStatusRules {

    private static final Map<Status, Set<Status>> NEXT = new EnumMap<>(Status.class);

    static {
        NEXT.put(
                Status.VALID,
                EnumSet.of(
                        Status.WITHHELD,
                        Status.REVOKED,
                        Status.CANCELLED,
                        Status.TRANSFERRED,
                        Status.FORFEITED));
        NEXT.put(
                Status.WITHHELD,
                EnumSet.of(Status.VALID, Status.REVOKED, Status.CANCELLED, Status.FORFEITED));
        // What has lapsed is struck off the register.
        NEXT.put(Status.EXPIRED, EnumSet.of(Status.CANCELLED));
    }

    private CertificateStatusRules() {}

    /** Everything that speaks against it. */
    public static List<Objection> objections(
            Certificate certificate, Status wanted, String ground, String reason, LocalDate day) {
        List<Objection> found = new ArrayList<>();
        Status now = certificate.statusOn(day);
        if (!NEXT.getOrDefault(now, Set.of()).contains(wanted)) {
            found.add(
                    of("certificate-status-not-from-here", now.name(), wanted.name())
                            .withGround("行政许可法 art. 69, 70")
                            .at("/status"));
        }
        if (ground.isBlank()) found.add(of("ground-missing").at("/ground"));
        if (reason.isBlank()) found.add(of("reason-missing").at("/reason"));
        return found;
    }
}
