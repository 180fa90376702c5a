package org.oneseal.platform.evidence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NumericNode;

/**
 * JSON with one spelling for one value, after RFC 8785: members sorted by UTF-16 code units, no
 * spaces, shortest escapes. Unlike there, numbers are exact decimals without exponent, so that
 * large amounts survive and a JSON column of a database may respell them.
 */
public final class CanonicalJson {

    private static final int LARGEST_SCALE = 400;
    private static final JsonMapper EXACT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private CanonicalJson() {}

    /** Reads JSON without losing digits. */
    public static JsonNode parse(String json) {
        return EXACT.readTree(json);
    }

    /** A mapper that keeps digits, for documents that contain data to be digested. */
    public static JsonMapper mapper() {
        return EXACT;
    }

    public static byte[] bytes(JsonNode node) {
        return write(node).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The canonical spelling.
     *
     * @throws IllegalArgumentException for what JSON columns can't hold: NUL, lone surrogates,
     *     infinite numbers and such with more than 400 places
     */
    public static String write(JsonNode node) {
        var out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.append('{');
                boolean first = true;
                String[] names = node.propertyNames().toArray(String[]::new);
                Arrays.sort(names);
                for (String name : names) {
                    if (!first) out.append(',');
                    first = false;
                    string(name, out);
                    out.append(':');
                    write(node.required(name), out);
                }
                out.append('}');
            }
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < node.size(); i++) {
                    if (i > 0) out.append(',');
                    write(node.required(i), out);
                }
                out.append(']');
            }
            case STRING -> string(node.stringValue(), out);
            case NUMBER -> number(node, out);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    private static void number(JsonNode node, StringBuilder out) {
        if (node.isIntegralNumber()) {
            out.append(node.asString());
            return;
        }
        if (node instanceof NumericNode number && number.isNaN()) {
            throw new IllegalArgumentException("not a number of JSON");
        }
        BigDecimal value = node.decimalValue();
        if (value.signum() == 0) {
            out.append('0');
            return;
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (Math.abs((long) plain.scale()) > LARGEST_SCALE) {
            throw new IllegalArgumentException("number with too many places");
        }
        out.append(plain.toPlainString());
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        if (plain(text)) out.append(text);
        else escaped(text, out);
        out.append('"');
    }

    /** Whether every char stands for itself: most texts do, and are copied whole. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) return false;
        }
        return true;
    }

    private static void escaped(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 0 -> throw new IllegalArgumentException("NUL in text");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else if (Character.isHighSurrogate(c)) {
                        if (i + 1 == text.length()
                                || !Character.isLowSurrogate(text.charAt(i + 1))) {
                            throw new IllegalArgumentException("lone surrogate in text");
                        }
                        out.append(c).append(text.charAt(++i));
                    } else if (Character.isLowSurrogate(c)) {
                        throw new IllegalArgumentException("lone surrogate in text");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
