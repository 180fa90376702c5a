package org.oneseal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data resources as units write them, for stories. */
public final class DataResourceBodies {

    private DataResourceBodies() {}

    static Map<String, Object> entry(String code, String department, String name) {
        return Map.of("code", code, "department", department, "name", name);
    }

    /** What is shared without a condition, and tells of a person. */
    public static Map<String, Object> shared(String name) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put(
                "elements",
                List.of(
                        element("applicant.name", "姓名", true),
                        element("household.kind", "户别", false)));
        content.put("share", "UNCONDITIONAL");
        content.put("frequency", "REAL_TIME");
        content.put("delivery", "INTERFACE");
        return content;
    }

    static Map<String, Object> conditional(String name) {
        Map<String, Object> content = shared(name);
        content.put("share", "CONDITIONAL");
        content.put("condition", "限行政许可核验");
        content.put("ground", "户口登记条例");
        return content;
    }

    /** What an act keeps from being shared. */
    static Map<String, Object> notShared(String name) {
        Map<String, Object> content = shared(name);
        content.put("share", "NOT_SHARED");
        content.put("ground", "保守国家秘密法");
        return content;
    }

    static Map<String, Object> element(String code, String name, boolean personal) {
        return Map.of("code", code, "name", name, "type", "TEXT", "personal", personal);
    }
}
