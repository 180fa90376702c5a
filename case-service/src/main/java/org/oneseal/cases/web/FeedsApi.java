package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.SourceOnFile;
import org.oneseal.cases.exchange.Sources;
import org.oneseal.cases.exchange.TakeFeed;
import org.oneseal.cases.exchange.Verdict;
import org.oneseal.cases.web.ExchangeBodies.EventAnswer;
import org.oneseal.cases.web.ExchangeBodies.FeedAnswer;
import org.oneseal.cases.web.ExchangeBodies.FeedEvent;
import org.oneseal.platform.messaging.Quotas;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes what a department's own system tells over HTTP; the token says which system it is. */
@RestController
@RequestMapping("/api/v1/exchange/feeds")
@Tag(name = "exchange")
class FeedsApi {

    static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST = 200;

    private final Sources sources;
    private final TakeFeed takeFeed;
    private final Quotas quotas;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final ExchangeAnswers answers;
    private final InstantSource time;

    FeedsApi(
            Sources sources,
            TakeFeed takeFeed,
            Quotas quotas,
            IdempotentPosts posts,
            Problems problems,
            ExchangeAnswers answers,
            InstantSource time) {
        this.sources = sources;
        this.takeFeed = takeFeed;
        this.quotas = quotas;
        this.posts = posts;
        this.problems = problems;
        this.answers = answers;
        this.time = time;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, BATCH})
    @Operation(
            summary = "Feed events of one's own cases, up to 200 CloudEvents in one batch",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = BATCH,
                                        array =
                                                @ArraySchema(
                                                        schema =
                                                                @Schema(
                                                                        implementation =
                                                                                FeedEvent.class))),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array =
                                                @ArraySchema(
                                                        schema =
                                                                @Schema(
                                                                        implementation =
                                                                                FeedEvent.class)))
                            }),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "What became of each event",
                            content =
                                    @Content(schema = @Schema(implementation = FeedAnswer.class))))
    ResponseEntity<?> feed(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody JsonNode body) {
        caller.require(Role.DEPARTMENT_SYSTEM);
        SourceOnFile file = sources.byClient(caller.client()).orElse(null);
        if (file == null) {
            return problems.forbidden(List.of(Objection.of("feed-source-unregistered")));
        }
        Source source = file.value();
        List<Objection> objections = objections(body, source);
        if (!objections.isEmpty()) {
            boolean forged =
                    objections.stream().anyMatch(o -> o.code().equals("feed-source-forged"));
            return forged ? problems.forbidden(objections) : problems.unprocessable(objections);
        }
        if (!quotas.takeAll(source.code(), source.quotaPerMinute(), body.size())) {
            Duration wait = quotas.until(source.code(), source.quotaPerMinute(), body.size());
            ResponseEntity<?> refused =
                    problems.answer(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "over-quota",
                            List.of(Objection.of("feed-over-quota", source.quotaPerMinute())));
            return ResponseEntity.status(refused.getStatusCode())
                    .headers(refused.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                    .body(refused.getBody());
        }
        return posts.once(
                caller, key, "POST /exchange/feeds", body, () -> take(source, envelopes(body)));
    }

    private ResponseEntity<?> take(Source source, List<Envelope> envelopes) {
        List<Verdict> verdicts = takeFeed.take(source, "HTTP", envelopes, time.instant());
        List<EventAnswer> told = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            told.add(answers.answer(i, envelopes.get(i).attribute("id"), verdicts.get(i)));
        }
        return ResponseEntity.ok(new FeedAnswer(source.code(), told));
    }

    /** What makes the whole batch unwelcome; single events are answered one by one. */
    private static List<Objection> objections(JsonNode body, Source source) {
        if (!body.isArray() || body.isEmpty()) return List.of(Objection.of("feed-no-batch"));
        if (body.size() > MOST) return List.of(Objection.of("feed-batch-too-large", MOST));
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            JsonNode claimed = body.get(i).get("source");
            if (claimed == null || claimed.isNull()) continue;
            String named = claimed.isString() ? claimed.stringValue() : claimed.toString();
            if (!named.equals(source.code())) {
                objections.add(
                        Objection.of("feed-source-forged", named, source.code())
                                .at("/" + i + "/source"));
            }
        }
        return objections;
    }

    private static List<Envelope> envelopes(JsonNode body) {
        List<Envelope> envelopes = new ArrayList<>();
        for (JsonNode event : body) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String name : Envelope.ATTRIBUTES) {
                JsonNode value = event.get(name);
                if (value == null || value.isNull() || name.equals("key")) continue;
                attributes.put(name, value.isString() ? value.stringValue() : value.toString());
            }
            JsonNode data = event.get("data");
            envelopes.add(
                    new Envelope(
                            attributes,
                            (data == null ? "" : data.toString())
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        return envelopes;
    }
}
