package org.oneseal.cases.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** What departments are asked about the cases of others, found by who is asked. */
public interface Consultations {

    /** The case it belongs to, if it was put to the scope. */
    Optional<String> caseOf(String consultationId, Scope asked);

    /**
     * What is put to the scope and waits for an answer, the most urgent first.
     *
     * @param after due instant and id of the last one of the page before, empty for the first
     */
    List<Waiting> waiting(Scope asked, List<String> after, int limit);

    /** Where a department is, as far as it is known here: it has items or officers. */
    Optional<RegionCode> regionOf(String department);

    /** A question that waits. */
    record Waiting(String consultationId, String caseId, Consulting.State state, Instant due) {}
}
