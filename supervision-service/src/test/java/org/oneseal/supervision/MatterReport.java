package org.oneseal.supervision;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.EventJson;

/**
 * One milestone of a matter as a department's own system tells it: what the event says of itself,
 * and its data, which a test may spoil.
 */
record MatterReport(
        String source,
        String sequence,
        String number,
        String at,
        Map<String, Object> data,
        @Nullable String spoiled) {

    MatterReport from(String other) {
        return new MatterReport(other, sequence, number, at, data, spoiled);
    }

    MatterReport numbered(String other) {
        return new MatterReport(source, other, number, at, data, spoiled);
    }

    MatterReport at(String other) {
        return new MatterReport(source, sequence, number, other, data, spoiled);
    }

    MatterReport with(String member, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        changed.put(member, value);
        return saying(changed);
    }

    /** What has been reached; what ends the matter names nothing that it awaits. */
    MatterReport reached(String milestone, @Nullable String awaits) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        changed.put("reached", milestone);
        if (awaits == null) changed.remove("awaits");
        else changed.put("awaits", awaits);
        return saying(changed);
    }

    /** The end of the matter by a system that names what is awaited all the same: nothing. */
    MatterReport answered() {
        return with("reached", "answered").with("awaits", null);
    }

    MatterReport saying(String text) {
        return new MatterReport(source, sequence, number, at, data, text);
    }

    private MatterReport saying(Map<String, Object> other) {
        return new MatterReport(source, sequence, number, at, other, spoiled);
    }

    byte[] body() {
        return spoiled != null
                ? spoiled.getBytes(StandardCharsets.UTF_8)
                : EventJson.writer().writeValueAsBytes(data);
    }
}
