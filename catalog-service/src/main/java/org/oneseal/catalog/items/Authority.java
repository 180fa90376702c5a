package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;

/**
 * By what power the body runs the item.
 *
 * @param entrustedBy the body in whose name it decides (委托部门), null unless it is entrusted
 */
public record Authority(Source source, Nature nature, @Nullable String entrustedBy) {

    /** Power source (权力来源). */
    public enum Source {
        STATUTORY,
        HANDED_DOWN,
        AUTHORISED_ABOVE,
        AUTHORISED_PEER,
        ENTRUSTED_ABOVE,
        ENTRUSTED_PEER
    }

    /** Nature of the implementing body (实施主体性质): by law, by authorisation, by entrustment. */
    public enum Nature {
        STATUTORY,
        AUTHORISED,
        ENTRUSTED
    }

    public boolean entrusted() {
        return nature == Nature.ENTRUSTED
                || source == Source.ENTRUSTED_ABOVE
                || source == Source.ENTRUSTED_PEER;
    }
}
