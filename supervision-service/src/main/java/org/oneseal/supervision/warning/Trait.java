package org.oneseal.supervision.warning;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.watching.Watch;

/** What the condition of a rule may ask about a watch. */
public enum Trait {
    /** Code of the item; empty where a fed case is mapped to none. */
    ITEM("item", String.class, w -> orEmpty(w.head().itemCode())),
    DEPARTMENT("department", String.class, w -> orEmpty(w.head().department())),
    /** Twelve digits. */
    REGION("region", String.class, w -> w.head().region().value()),
    CHANNEL("channel", String.class, w -> w.head().channel()),
    /** The feeding system; empty for applications. */
    SOURCE("source", String.class, w -> orEmpty(w.head().source())),
    /** 即办件. */
    IMMEDIATE("immediate", Boolean.class, w -> w.head().immediate()),
    FED("fed", Boolean.class, w -> w.head().fed()),
    PROVISIONAL("provisional", Boolean.class, w -> w.dues().provisional()),
    /** Length of the promise in working days; without one, nothing about it holds. */
    PROMISED_DAYS("promisedDays", Long.class, Trait::promisedDays);

    private final String word;
    private final Class<?> type;
    private final Function<Watch, @Nullable Object> value;

    Trait(String word, Class<?> type, Function<Watch, @Nullable Object> value) {
        this.word = word;
        this.type = type;
        this.value = value;
    }

    /** Its name in conditions. */
    public String word() {
        return word;
    }

    /** String, Boolean or Long. */
    public Class<?> type() {
        return type;
    }

    /** What the watch has, null if it has none. */
    public @Nullable Object of(Watch watch) {
        return value.apply(watch);
    }

    private static @Nullable Object promisedDays(Watch watch) {
        Integer days = watch.dues().promisedDays();
        return days == null ? null : (Object) Long.valueOf(days);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
