package org.oneseal.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of event data: what is sent keeps nulls, what comes in may have members we do not know. */
public final class EventJson {

    private static final JsonMapper WRITER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
                    .build();

    private static final JsonMapper READER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private EventJson() {}

    public static JsonMapper writer() {
        return WRITER;
    }

    public static JsonMapper reader() {
        return READER;
    }
}
