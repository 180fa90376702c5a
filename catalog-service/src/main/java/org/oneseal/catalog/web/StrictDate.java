package org.oneseal.catalog.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Days in requests: four digits of a year, two of a month and of a day. Years that no calendar
 * reaches and no column holds are no days.
 */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

    private static final Pattern DAY = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

    StrictDate() {
        super(LocalDate.class);
    }

    /**
     * The day that is written so.
     *
     * @throws DateTimeException if it is none
     */
    static LocalDate parse(String text) {
        if (!DAY.matcher(text).matches()) throw new DateTimeException("no day: " + text);
        return LocalDate.parse(text);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        String text = parser.getString();
        try {
            return parse(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, LocalDate.class, "is no day");
        }
    }
}
