package org.oneseal.catalog.resources;

/**
 * A piece of a resource that can be asked for (数据项).
 *
 * @param code that of the data dictionary where it has one, so that forms name it alike
 * @param personal whether it tells of a person, who must then agree to its use or a law must
 */
public record DataElement(String code, String name, Type type, boolean personal) {

    /** What its values are. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        CODE,
        FILE
    }
}
