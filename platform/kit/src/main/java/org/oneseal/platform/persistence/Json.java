package org.oneseal.platform.persistence;

import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON columns: what goes into {@code jsonb} and comes out of it. Not for bodies of requests. */
@Component
public class Json {

    private final JsonMapper mapper;

    public Json() {
        this.mapper = JsonMapper.builder().findAndAddModules().build();
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    public <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }

    /** The mapper itself, for adapters that need trees. Unknown members are ignored. */
    public JsonMapper mapper() {
        return mapper;
    }
}
