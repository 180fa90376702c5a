package org.oneseal.gateway.routing;

import java.net.URI;
import java.util.Objects;
import org.oneseal.gateway.GatewaySettings;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One route a service. */
@Configuration(proxyBeanMethods = false)
class Routing {

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, GatewaySettings settings) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Upstream upstream : Upstream.values()) {
            URI address =
                    Objects.requireNonNull(
                            settings.upstreams().get(upstream.segment()),
                            () ->
                                    "oneseal.gateway.upstreams."
                                            + upstream.segment()
                                            + " is not set");
            routes.route(
                    upstream.segment(),
                    route ->
                            route.predicate(
                                            exchange ->
                                                    Upstream.of(
                                                                    exchange.getRequest()
                                                                            .getURI()
                                                                            .getRawPath())
                                                            == upstream)
                                    .uri(address));
        }
        return routes.build();
    }
}
