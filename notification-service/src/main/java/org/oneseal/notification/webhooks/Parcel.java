package org.oneseal.notification.webhooks;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A signed call, ready to go.
 *
 * @param headers names in lower case, signatures apart
 * @param signatures values of the signature header, one a key
 */
public record Parcel(URI url, Map<String, String> headers, List<String> signatures, byte[] body) {

    public Parcel {
        headers = Map.copyOf(headers);
        signatures = List.copyOf(signatures);
    }
}
