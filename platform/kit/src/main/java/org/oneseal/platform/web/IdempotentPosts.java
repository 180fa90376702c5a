package org.oneseal.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts that have their effect once: the key commits in the effect's transaction. The same key with
 * the same content gets the same answer, with other content 422; an answer that is no success
 * leaves nothing behind, so it may be tried again.
 */
public class IdempotentPosts {

    private static final List<String> KEPT = List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final JsonMapper mapper;
    private final Problems problems;

    IdempotentPosts(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            InstantSource time,
            JsonMapper mapper,
            Problems problems) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
        this.mapper = mapper;
        this.problems = problems;
    }

    /**
     * Runs the action in one transaction together with the key, or repeats the answer given before.
     *
     * @param operation what is asked for, with the object's id: {@code POST
     *     /cases/431103-…/acceptance}
     * @param body what was sent
     */
    public ResponseEntity<?> once(
            Caller caller,
            IdempotencyKey key,
            String operation,
            Object body,
            Supplier<ResponseEntity<?>> action) {
        String who = caller.client() + "/" + caller.subject();
        String hash = hash(operation, body);
        return Objects.requireNonNull(
                transactions.execute(
                        status -> {
                            if (!claim(who, key, operation, hash)) return repeat(who, key, hash);
                            ResponseEntity<?> answer = action.get();
                            if (answer.getStatusCode().is2xxSuccessful()) {
                                keep(who, key, answer);
                            } else {
                                status.setRollbackOnly();
                            }
                            return answer;
                        }));
    }

    /** The same for a post that is meant for one version of the object. */
    public ResponseEntity<?> once(
            Caller caller,
            IdempotencyKey key,
            String operation,
            ExpectedVersion version,
            Object body,
            Supplier<ResponseEntity<?>> action) {
        return once(caller, key, operation, new Versioned(version.value(), body), action);
    }

    private record Versioned(long version, Object body) {}

    /** Waits for a twin that is still under way, then tells whether the key was free. */
    private boolean claim(String who, IdempotencyKey key, String operation, String hash) {
        return jdbc.update(
                        """
                        INSERT INTO idempotency (caller, key, operation, request_hash, created_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        who,
                        key.value(),
                        operation,
                        hash,
                        OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC))
                == 1;
    }

    private void keep(String who, IdempotencyKey key, ResponseEntity<?> answer) {
        Map<String, String> headers = new java.util.TreeMap<>();
        for (String name : KEPT) {
            String value = answer.getHeaders().getFirst(name);
            if (value != null) headers.put(name, value);
        }
        Object body = answer.getBody();
        jdbc.update(
                """
                UPDATE idempotency SET status = ?, headers = ?::jsonb, body = ?::jsonb
                 WHERE caller = ? AND key = ?
                """,
                answer.getStatusCode().value(),
                mapper.writeValueAsString(headers),
                body == null ? null : mapper.writeValueAsString(body),
                who,
                key.value());
    }

    private ResponseEntity<?> repeat(String who, IdempotencyKey key, String hash) {
        return jdbc.query(
                        """
                        SELECT request_hash, status, headers, body FROM idempotency
                         WHERE caller = ? AND key = ?
                        """,
                        (r, _) -> {
                            if (!hash.equals(r.getString(1))) {
                                return problems.answer(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "idempotency-key-reused",
                                        List.of(Objection.of("idempotency-key-reused")));
                            }
                            return answer(r.getInt(2), r.getString(3), r.getString(4));
                        },
                        who,
                        key.value())
                .getFirst();
    }

    private ResponseEntity<?> answer(
            int status, String headers, @org.jspecify.annotations.Nullable String body) {
        var answer = ResponseEntity.status(status);
        mapper.readValue(headers, new TypeReference<Map<String, String>>() {})
                .forEach((name, value) -> answer.header(name, value));
        answer.header("Idempotency-Replayed", "true");
        if (body == null) return answer.build();
        return answer.contentType(MediaType.APPLICATION_JSON).body(mapper.readTree(body));
    }

    private String hash(String operation, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(mapper.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
