package org.oneseal.cases.persistence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.FeedBooks.Reason;
import org.oneseal.cases.exchange.FeedLedger.Contradiction;
import org.oneseal.cases.exchange.FeedLedger.Rejected;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sources sent and was not taken: refused, or in contradiction to what is known. */
@Component
class FeedRefusals {

    private final JdbcClient jdbc;
    private final Json json;
    private final Ids ids;
    private final KeyRing keys;

    FeedRefusals(JdbcClient jdbc, Json json, Ids ids, KeyRing keys) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.keys = keys;
    }

    /** The same message again is only counted. */
    void reject(String source, String path, List<Rejected> rejected, Instant now) {
        Map<String, Rejected> distinct = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Rejected r : rejected) {
            String fingerprint = fingerprint(r.envelope());
            distinct.put(fingerprint, r);
            times.merge(fingerprint, 1, Integer::sum);
        }
        distinct.forEach(
                (fingerprint, r) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO exchange_rejection (id, source, fingerprint,
                                            source_case, type, sequence, reasons, attributes,
                                            payload, path, state, first_at, last_at, times)
                                        VALUES (:id, :source, :fingerprint, :case, :type, :sequence,
                                            :reasons, :attributes, :payload, :path, 'OPEN', :now,
                                            :now, :times)
                                        ON CONFLICT (source, fingerprint) DO UPDATE
                                           SET reasons = excluded.reasons,
                                               state = CASE exchange_rejection.state
                                                       WHEN 'DISMISSED' THEN 'DISMISSED'
                                                       ELSE 'OPEN' END,
                                               last_at = excluded.last_at,
                                               times = exchange_rejection.times + excluded.times
                                        """)
                                .param("id", ids.next())
                                .param("source", source)
                                .param("fingerprint", fingerprint)
                                .params(shown(r.envelope()))
                                .param("reasons", json.write(reasons(r)))
                                .param("attributes", json.write(r.envelope().attributes()))
                                .param("payload", r.envelope().payload())
                                .param("path", path)
                                .param("now", Columns.at(now))
                                .param("times", times.get(fingerprint))
                                .update());
    }

    /**
     * The same contradiction again is only counted.
     *
     * @return ids of those that are new
     */
    Set<String> queue(String source, List<Contradiction> contradictions, Instant now) {
        Set<String> fresh = new HashSet<>();
        for (Contradiction c : contradictions) {
            String id =
                    jdbc.sql(
                                    """
                                    INSERT INTO exchange_conflict (id, source, source_case, sequence,
                                        type, kind, hash, occurred_at, payload, first_at, last_at,
                                        times)
                                    VALUES (:id, :source, :case, :sequence, :type, :kind, :hash,
                                        :at, :payload, :now, :now, 1)
                                    ON CONFLICT (source, source_case, sequence, type, hash) DO UPDATE
                                       SET last_at = excluded.last_at,
                                           times = exchange_conflict.times + 1
                                    RETURNING id
                                    """)
                            .param("id", c.id())
                            .param("source", source)
                            .param("case", c.sourceCase())
                            .param("sequence", c.sequence())
                            .param("type", c.type().word())
                            .param("kind", c.kind().name())
                            .param("hash", c.hash())
                            .param("at", Columns.at(c.occurredAt()))
                            .param("payload", c.payload())
                            .param("now", Columns.at(now))
                            .query(String.class)
                            .single();
            if (id.equals(c.id())) fresh.add(id);
        }
        return fresh;
    }

    /**
     * What can be shown of a message that may be anything: never more than the columns can hold.
     */
    private static Map<String, @Nullable Object> shown(Envelope envelope) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        String key = envelope.attribute("key");
        String subject = envelope.attribute("subject");
        String sequence = envelope.attribute("sequence");
        shown.put("case", storable(subject == null ? key : subject));
        shown.put("type", storable(envelope.attribute("type")));
        shown.put(
                "sequence",
                sequence != null && sequence.matches("[0-9]{1,18}")
                        ? Long.valueOf(sequence)
                        : null);
        return shown;
    }

    private static @Nullable String storable(@Nullable String text) {
        if (text == null) return null;
        String clean = text.replace("\u0000", "");
        return clean.length() <= 200 ? clean : clean.substring(0, 200);
    }

    private static List<Reason> reasons(Rejected rejected) {
        return rejected.objections().stream()
                .map(o -> new Reason(o.code(), o.arguments(), o.field()))
                .toList();
    }

    private String fingerprint(Envelope envelope) {
        return keys.profile()
                .digest(
                        json.write(new TreeMap<>(envelope.attributes()))
                                .getBytes(StandardCharsets.UTF_8),
                        new byte[1],
                        envelope.payload())
                .toString();
    }
}
