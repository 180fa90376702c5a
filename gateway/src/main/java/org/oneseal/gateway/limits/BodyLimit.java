package org.oneseal.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that is too large: by its announced length, else as soon as it has grown too long.
 */
@Component
class BodyLimit implements GlobalFilter, Ordered {

    private final long most;

    BodyLimit(GatewaySettings settings) {
        this.most = settings.maxBody().toBytes();
    }

    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > most) {
            return Mono.error(tooLarge());
        }
        if (!request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        ServerHttpRequest counted =
                new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        AtomicLong seen = new AtomicLong();
                        return super.getBody()
                                .handle(
                                        (buffer, sink) -> {
                                            if (seen.addAndGet(buffer.readableByteCount()) > most) {
                                                DataBufferUtils.release(buffer);
                                                sink.error(tooLarge());
                                            } else {
                                                sink.next(buffer);
                                            }
                                        });
                    }
                };
        return chain.filter(exchange.mutate().request(counted).build());
    }

    private Refusal tooLarge() {
        return new Refusal(Problem.PAYLOAD_TOO_LARGE, null, null, most);
    }
}
