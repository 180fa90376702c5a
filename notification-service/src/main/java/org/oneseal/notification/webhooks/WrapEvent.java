package org.oneseal.notification.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.notification.feed.FedEvent;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.protection.FieldCipher;
import org.springframework.stereotype.Component;

/** Makes a signed call of an event, as the CloudEvents HTTP binding writes it. */
@Component
public class WrapEvent {

    private final FieldCipher cipher;
    private final Json json;

    WrapEvent(FieldCipher cipher, Json json) {
        this.cipher = cipher;
        this.json = json;
    }

    Parcel wrap(Webhook webhook, FedEvent event, Instant now) {
        Map<String, Object> attributes = attributes(event);
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] body;
        if (webhook.mode() == Webhook.Mode.BINARY) {
            attributes.forEach(
                    (name, value) -> headers.put("ce-" + name, headerValue(value.toString())));
            headers.put("content-type", "application/json");
            body = bytes(event.data());
        } else {
            headers.put("content-type", "application/cloudevents+json; charset=UTF-8");
            attributes.put("datacontenttype", "application/json");
            attributes.put("data", event.data());
            body = bytes(attributes);
        }
        List<String> signatures = new ArrayList<>();
        for (SigningKey key : webhook.keys()) {
            byte[] secret =
                    Base64.getDecoder()
                            .decode(
                                    cipher.decrypt(
                                            key.secret(),
                                            SigningKey.place(webhook.id(), key.id())));
            signatures.add(Signature.of(now.getEpochSecond(), key.id(), secret, headers, body));
        }
        return new Parcel(webhook.url(), headers, signatures, body);
    }

    private static Map<String, Object> attributes(FedEvent event) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", event.id());
        attributes.put("type", event.type());
        attributes.put("source", event.source());
        attributes.put("subject", event.subject());
        attributes.put("time", event.time().toString());
        attributes.put("dataschema", event.schema());
        // a CloudEvents integer has 32 bits, so the sequence is a text
        attributes.put("sequence", Long.toString(event.sequence()));
        attributes.put("partitionkey", event.key());
        attributes.put("recordedat", event.recordedAt().toString());
        attributes.put("region", event.region().value());
        String department = event.department();
        if (department != null) attributes.put("department", department);
        return attributes;
    }

    /**
     * Spaces, quotes, percent signs and all beyond ASCII are percent-encoded, as the binding says.
     */
    static String headerValue(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c > 0x20 && c < 0x7f && c != '"' && c != '%') {
                encoded.append((char) c);
            } else {
                encoded.append("%%%02X".formatted(c));
            }
        }
        return encoded.toString();
    }

    private byte[] bytes(Object value) {
        return json.write(value).getBytes(StandardCharsets.UTF_8);
    }
}
