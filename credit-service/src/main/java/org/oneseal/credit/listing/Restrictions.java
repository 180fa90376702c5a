package org.oneseal.credit.listing;

import java.util.List;
import java.util.Optional;
import org.oneseal.credit.events.RestrictionsChanged;

/** What has been told of each subject's restrictions last. */
public interface Restrictions {

    /** The subject's state, locked until the transaction ends; a new subject has none. */
    Told take(String subject);

    Optional<Told> of(String subject);

    void save(String subject, Told told);

    /**
     * What was told last.
     *
     * @param sequence how often something was told
     */
    record Told(long sequence, List<RestrictionsChanged.Restriction> restrictions) {
        public Told {
            restrictions = List.copyOf(restrictions);
        }
    }
}
