package org.oneseal.gateway.docs;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.oneseal.gateway.routing.Upstream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Swagger UI at {@code /docs}. */
@Configuration(proxyBeanMethods = false)
class Documentation {

    /**
     * Swagger UI writes styles into the page and draws its icons from data URLs; scripts come from
     * here alone.
     */
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'none'";

    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript");

    private static final Map<String, MediaType> ASSETS =
            Map.of(
                    "swagger-ui.css",
                    MediaType.valueOf("text/css"),
                    "swagger-ui-bundle.js",
                    SCRIPT,
                    "swagger-ui-standalone-preset.js",
                    SCRIPT,
                    "favicon-32x32.png",
                    MediaType.IMAGE_PNG);

    @Bean
    RouterFunction<ServerResponse> docs(JsonMapper json) throws IOException {
        byte[] services =
                json.writeValueAsBytes(
                        Arrays.stream(Upstream.values())
                                .map(
                                        upstream ->
                                                Map.of(
                                                        "name",
                                                        upstream.segment(),
                                                        "url",
                                                        "/api/v1/"
                                                                + upstream.segment()
                                                                + "/openapi"))
                                .toList());
        byte[] page = new ClassPathResource("docs/index.html").getContentAsByteArray();
        byte[] start = new ClassPathResource("docs/start.js").getContentAsByteArray();
        RouterFunctions.Builder routes =
                RouterFunctions.route()
                        .GET(
                                "/docs",
                                _ -> ServerResponse.permanentRedirect(URI.create("/docs/")).build())
                        .GET("/docs/", _ -> ours(page, MediaType.TEXT_HTML))
                        .GET("/docs/start.js", _ -> ours(start, SCRIPT))
                        .GET(
                                "/docs/services.json",
                                _ -> ours(services, MediaType.APPLICATION_JSON));
        for (Map.Entry<String, MediaType> asset : ASSETS.entrySet()) {
            byte[] content = asset(asset.getKey());
            routes.GET("/docs/" + asset.getKey(), _ -> theirs(content, asset.getValue()));
        }
        return routes.build();
    }

    private static Mono<ServerResponse> ours(byte[] content, MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .header("Content-Security-Policy", POLICY)
                .bodyValue(content);
    }

    private static Mono<ServerResponse> theirs(byte[] content, MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .header("Cache-Control", "public, max-age=86400")
                .bodyValue(content);
    }

    private static byte[] asset(String name) throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/" + name);
        if (found.length != 1) {
            throw new IllegalStateException(
                    found.length + " of " + name + " on the class path, not one");
        }
        return found[0].getContentAsByteArray();
    }
}
