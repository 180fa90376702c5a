package org.oneseal.platform.messaging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Topics of one shape, one a sender. Who writes such a topic is told by its name alone. */
record TopicFamily(String before, String after) {

    private static final Pattern SHAPE = Pattern.compile("([^{]*)\\{[a-z]+}([^{]*)");

    /** The family that a topic with a name in braces stands for; empty for a single topic. */
    static Optional<TopicFamily> of(String topic) {
        Matcher shape = SHAPE.matcher(topic);
        return shape.matches()
                ? Optional.of(new TopicFamily(shape.group(1), shape.group(2)))
                : Optional.empty();
    }

    /** What the names of its topics match, its dead letters excepted. */
    Pattern names() {
        return Pattern.compile(Pattern.quote(before) + "([^.]+)" + Pattern.quote(after));
    }

    /** Who writes the topic, null if it is none of the family. */
    @Nullable String sender(String topic) {
        Matcher name = names().matcher(topic);
        return name.matches() ? name.group(1) : null;
    }

    String topic(String sender) {
        return before + sender + after;
    }
}
