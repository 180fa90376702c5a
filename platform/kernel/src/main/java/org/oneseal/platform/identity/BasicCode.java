package org.oneseal.platform.identity;

import java.util.regex.Pattern;

/**
 * Code of a matter in the basic directory (基本编码), 12 characters: region scope 2 (00 is national),
 * item type 2, main item 5, child item 3. Which types exist is data of the catalog.
 */
public record BasicCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}[0-9A-Z]{8}");

    public BasicCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a basic code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** 00 for national matters, else the two digits of a province. */
    public String scope() {
        return value.substring(0, 2);
    }

    /** Item type (事项类型), such as 01 for a licence. */
    public String itemType() {
        return value.substring(2, 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
