package org.oneseal.cases.restrictions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of restrictions. A subject is a credit code, or a natural person's party id. */
public interface Restrictions {

    List<Restriction> of(String subject);

    /** Replaces all that was known of the subject; nothing left where the list is empty. */
    void keep(String subject, List<Restriction> restrictions);

    void forgetAll();

    /** Those of one kind that hold on the day. */
    default List<Restriction> holding(@Nullable String subject, String kind, LocalDate day) {
        if (subject == null) return List.of();
        return of(subject).stream().filter(r -> r.kind().equals(kind) && r.holdsOn(day)).toList();
    }
}
