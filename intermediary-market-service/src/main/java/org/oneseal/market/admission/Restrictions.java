package org.oneseal.market.admission;

import java.time.LocalDate;
import java.util.List;

/** Who may not take part in the market, as the credit service has told it. */
public interface Restrictions {

    /** What holds for the subject on the day. */
    List<Restriction> on(String subject, LocalDate day);

    /** Replaces all that is known of the subject; none lifts them. */
    void replace(String subject, List<Restriction> restrictions);

    /** Forgets everything, before a rebuild. */
    void clear();
}
