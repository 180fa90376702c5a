package org.oneseal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Acts of delegation as an editor writes them. */
final class HandingOn {

    static final Map<String, Object> LETTER =
            Map.of(
                    "number", "冷政授〔2026〕1号",
                    "issuedBy", "冷水滩区人民政府",
                    "signedOn", "2026-11-20",
                    "digest", "SM3:" + "0f".repeat(32));

    private HandingOn() {}

    static Map<String, Object> body(
            String kind,
            String to,
            @Nullable String from,
            List<String> items,
            String day,
            @Nullable Object letter) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("to", to);
        if (from != null) body.put("from", from);
        body.put("items", items);
        body.put("validFrom", day);
        body.put("ground", "冷政发〔2026〕3号");
        if (letter != null) body.put("letter", letter);
        return body;
    }
}
