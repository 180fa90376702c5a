package org.oneseal.platform.messaging;

/** Event data that is spelled already, so that nobody spells it again. */
public record Written(String json) {

    @Override
    public String toString() {
        return json;
    }
}
