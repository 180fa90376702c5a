package org.oneseal.notification.mail;

import org.oneseal.notification.inbox.Text;

/** Takes e-mail for delivery. */
public interface PostOffice {

    /** What it says. The reason is a code, never a text that could hold an address. */
    sealed interface Receipt {

        record Taken() implements Receipt {}

        /** Worth another try. */
        record NotNow(String reason) implements Receipt {}

        record Never(String reason) implements Receipt {}
    }

    /**
     * Hands one e-mail over; never throws.
     *
     * @param id the same for every try, so that servers and readers can tell repeats
     */
    Receipt post(String id, String address, Text text);
}
