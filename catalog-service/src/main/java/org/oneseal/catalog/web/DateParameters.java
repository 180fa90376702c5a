package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Days in paths and parameters, as strict as those in bodies; an empty one is none. */
final class DateParameters implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, LocalDate.class));
    }

    @Override
    public @Nullable Object convert(
            @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        String text = source == null ? "" : source.toString();
        return text.isEmpty() ? null : StrictDate.parse(text);
    }
}
