package org.oneseal.gateway.problems;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Says in words what is wrong with an address that is no URI. Spring refuses it before any filter
 * has seen the request and leaves an answer of status 400 with nothing in it; it is the only one
 * that comes back unsent.
 */
@Component
class MalformedAddresses implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final ProblemAnswers answers;

    MalformedAddresses(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(
                server ->
                        server.mapHandle(
                                (handled, connection) ->
                                        handled.then(Mono.defer(() -> explain(connection)))));
    }

    private Mono<Void> explain(Connection connection) {
        return connection instanceof HttpServerResponse response
                        && connection instanceof HttpServerRequest request
                        && !response.hasSentHeaders()
                        && response.status().equals(HttpResponseStatus.BAD_REQUEST)
                ? explain(request, response)
                : Mono.empty();
    }

    private Mono<Void> explain(HttpServerRequest request, HttpServerResponse response) {
        Locale locale =
                ProblemAnswers.locale(
                        new HttpHeaders(new Netty4HeadersAdapter(request.requestHeaders())));
        byte[] body = answers.body(Problem.ADDRESS_MALFORMED, List.of(), locale);
        response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        return request.method().name().equals(HttpMethod.HEAD.name())
                ? response.send()
                : response.sendByteArray(Mono.just(body)).then();
    }
}
