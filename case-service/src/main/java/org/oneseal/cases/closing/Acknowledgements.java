package org.oneseal.cases.closing;

import java.time.Instant;
import java.util.Optional;

/** The applicants' word that results have arrived (签收). */
public interface Acknowledgements {

    record Acknowledgement(String caseId, String by, String byRole, Instant at) {}

    Optional<Acknowledgement> of(String caseId);

    /** Written once; false where it had been before. */
    boolean add(Acknowledgement acknowledgement);
}
