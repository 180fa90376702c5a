package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseHeader.SubjectKind;
import org.oneseal.platform.objection.Objection;
import tools.jackson.databind.JsonNode;

/** The members of the data; a text is taken as it is, nothing is coerced. */
record FeedFields(JsonNode data, List<Objection> objections) {

    String required(String name, int longest) {
        String text = optional(name, longest);
        if (text != null) return text;
        if (!data.hasNonNull(name)) {
            objections.add(of("feed-member-missing", name).at("/data/" + name));
        }
        return "";
    }

    @Nullable String optional(String name, int longest) {
        JsonNode node = data.get(name);
        if (node == null || node.isNull()) return null;
        String text = node.isString() ? node.stringValue() : null;
        if (text == null
                || text.isBlank()
                || text.length() > longest
                || text.chars().anyMatch(Character::isISOControl)) {
            objections.add(of("feed-member-malformed", name).at("/data/" + name));
            return null;
        }
        return text;
    }

    @Nullable Instant instant(String name, Instant latest) {
        String text = optional(name, 40);
        if (text == null) return null;
        Instant at = FeedReader.instant(text);
        if (at == null || at.isBefore(FeedReader.EARLIEST) || at.isAfter(latest)) {
            objections.add(of("feed-member-malformed", name).at("/data/" + name));
        }
        return at;
    }

    int number(String name, int least, int most) {
        JsonNode node = data.get(name);
        if (node == null || node.isNull()) {
            objections.add(of("feed-member-missing", name).at("/data/" + name));
        } else if (node.isInt() && node.intValue() >= least && node.intValue() <= most) {
            return node.intValue();
        } else {
            objections.add(of("feed-member-malformed", name).at("/data/" + name));
        }
        return least;
    }

    SubjectKind subjectKind() {
        String kind = optional("subjectKind", 10);
        if (kind == null || kind.equals("NATURAL")) return SubjectKind.NATURAL;
        if (!kind.equals("LEGAL")) {
            objections.add(of("feed-member-malformed", "subjectKind").at("/data/subjectKind"));
        }
        return SubjectKind.LEGAL;
    }
}
