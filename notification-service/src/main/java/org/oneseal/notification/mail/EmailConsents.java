package org.oneseal.notification.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who wants e-mail. */
public interface EmailConsents {

    Optional<EmailConsent> of(String party);

    /** The same, held until the transaction ends; another's first request waits here too. */
    Optional<EmailConsent> locked(String party);

    List<EmailConsent> confirmed(Collection<String> parties);

    void save(EmailConsent consent);

    /** Counts a wrong code in a transaction of its own: the refusal it leads to is rolled back. */
    void missed(String party);
}
