package org.oneseal.notification.inbox;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with names in braces: which names it holds, and the text with values in their place. */
final class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    /** What stands where an event does not tell a value. */
    static final String NOTHING = "—";

    private Wording() {}

    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }

    /** Whether there are braces that do not hold a name. */
    static boolean hasStrayBraces(String text) {
        String rest = NAME.matcher(text).replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
    }

    /** Fills the names in; values are never read as names again. */
    static String fill(String text, Map<String, String> values) {
        return PersonalNumbers.mask(
                NAME.matcher(text)
                        .replaceAll(
                                match ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(match.group(1), NOTHING))));
    }
}
