package org.oneseal.gateway.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole answer. */
@Component
public class ProblemAnswers {

    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;
    private final JsonMapper json;

    ProblemAnswers(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
        return write(exchange, refusal.problem(), refusal.retryAfter(), refusal.arguments());
    }

    public Mono<Void> write(
            ServerWebExchange exchange,
            Problem problem,
            @Nullable Duration retryAfter,
            List<Object> arguments) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        for (String ofTheBody :
                List.of(
                        HttpHeaders.CONTENT_LENGTH,
                        HttpHeaders.CONTENT_ENCODING,
                        HttpHeaders.TRANSFER_ENCODING,
                        HttpHeaders.ETAG,
                        HttpHeaders.LAST_MODIFIED)) {
            headers.remove(ofTheBody);
        }
        Locale locale = locale(exchange.getRequest().getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale);
        headers.setCacheControl("no-store");
        if (retryAfter != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        byte[] bytes = body(problem, arguments, locale);
        headers.setContentLength(bytes.length);
        DataBuffer buffer = response.bufferFactory().wrap(bytes);
        return response.writeWith(Mono.just(buffer));
    }

    /** The problem as JSON, in the language given. */
    byte[] body(Problem problem, List<Object> arguments, Locale locale) {
        String message =
                messages.getMessage("objection." + problem.code(), arguments.toArray(), locale);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:oneseal:problem:" + problem.code());
        body.put("title", messages.getMessage("problem." + problem.code(), null, locale));
        body.put("status", problem.status().value());
        body.put("detail", message);
        body.put("objections", List.of(Map.of("code", problem.code(), "message", message)));
        return json.writeValueAsBytes(body);
    }

    /** The language that a request's headers prefer among those spoken here, else Chinese. */
    static Locale locale(HttpHeaders headers) {
        try {
            Locale asked = Locale.lookup(headers.getAcceptLanguage(), SPOKEN);
            return asked == null ? Locale.SIMPLIFIED_CHINESE : asked;
        } catch (IllegalArgumentException _) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
