package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.resources.DataElement;
import org.oneseal.catalog.resources.Delivery;
import org.oneseal.catalog.resources.ResourceContent;
import org.oneseal.catalog.resources.ResourceContent.ResultRef;
import org.oneseal.catalog.resources.ShareKind;
import org.oneseal.catalog.resources.UpdateFrequency;

/**
 * What the directory says of a data resource, as it is sent and shown.
 *
 * @param condition who may have it and what for; only where it is shared on a condition
 * @param ground act that the condition or the refusal rests on
 * @param certificateType type of the certificate that says the same
 * @param result of an item by which the data come about
 */
record ResourceBody(
        @NotNull @Size(max = 200) String name,
        @Size(max = 500) List<@NotNull @Valid ElementBody> elements,
        @NotNull ShareKind share,
        @Nullable @Size(max = 1000) String condition,
        @Nullable @Size(max = 500) String ground,
        @NotNull UpdateFrequency frequency,
        @NotNull Delivery delivery,
        @Nullable @Size(max = 21) String certificateType,
        @Valid @Nullable ResultRefBody result) {

    ResourceBody {
        elements = elements == null ? List.of() : elements;
    }

    /**
     * A piece of it that can be asked for (数据项).
     *
     * @param code that of the data dictionary where it has one
     * @param personal whether it tells of a person; yes where nothing is said
     */
    record ElementBody(
            @NotNull @Pattern(regexp = "[a-z][a-zA-Z0-9_.]{0,59}") String code,
            @NotNull @Size(max = 100) String name,
            DataElement.@NotNull Type type,
            @Nullable Boolean personal) {

        DataElement element() {
            return new DataElement(code, name.strip(), type, personal == null || personal);
        }

        static ElementBody of(DataElement element) {
            return new ElementBody(
                    element.code(), element.name(), element.type(), element.personal());
        }
    }

    /** A result of an item. */
    record ResultRefBody(
            @NotNull @Size(max = 40) String item, @NotNull @Size(max = 40) String result) {}

    ResourceContent content() {
        return new ResourceContent(
                name,
                elements.stream().map(ElementBody::element).toList(),
                share,
                condition,
                ground,
                frequency,
                delivery,
                certificateType,
                result == null ? null : new ResultRef(result.item(), result.result()));
    }

    static ResourceBody of(ResourceContent content) {
        ResultRef result = content.result();
        return new ResourceBody(
                content.name(),
                content.elements().stream().map(ElementBody::of).toList(),
                content.share(),
                content.condition(),
                content.ground(),
                content.frequency(),
                content.delivery(),
                content.certificateType(),
                result == null ? null : new ResultRefBody(result.item(), result.result()));
    }
}
