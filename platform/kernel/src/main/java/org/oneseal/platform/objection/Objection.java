package org.oneseal.platform.objection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason why something asked for is not done (异议). The code names the text shown to people; it
 * is never shown alone.
 *
 * @param code stable, kebab-case, the key {@code objection.<code>} of the message bundles
 * @param arguments filled into the text, in order
 * @param ground legal or contractual source, such as 行政许可法 art. 32, null where there is none
 * @param field JSON pointer of the offending input, null where the whole request is meant
 */
public record Objection(
        String code, List<Object> arguments, @Nullable String ground, @Nullable String field) {

    public Objection {
        arguments = List.copyOf(arguments);
    }

    public static Objection of(String code, Object... arguments) {
        return new Objection(code, List.of(arguments), null, null);
    }

    public Objection withGround(String source) {
        return new Objection(code, arguments, source, field);
    }

    public Objection at(String pointer) {
        return new Objection(code, arguments, ground, pointer);
    }
}
