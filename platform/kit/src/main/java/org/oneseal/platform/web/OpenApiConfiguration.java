package org.oneseal.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.List;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes in OpenAPI what controllers take by the kit's own parameters: token, idempotency key,
 * expected version, page.
 */
@AutoConfiguration
public class OpenApiConfiguration {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().replaceWithClass(RegionCode.class, String.class);
    }

    @Bean
    GlobalOperationCustomizer kitParameters() {
        return (operation, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                Class<?> type = parameter.getParameterType();
                if (type == Caller.class) {
                    operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                } else if (type == IdempotencyKey.class) {
                    operation.addParametersItem(
                            header("Idempotency-Key", "The caller's own name for this attempt."));
                } else if (type == ExpectedVersion.class) {
                    operation.addParametersItem(
                            header("If-Match", "The version read, such as \"3\" with quotes."));
                } else if (type == PageRequest.class) {
                    operation.addParametersItem(
                            query("limit", limit(), "Entries of a page, 50 unless told."));
                    operation.addParametersItem(
                            query("cursor", new StringSchema(), "From the page before."));
                }
            }
            return operation;
        };
    }

    /** The same document wherever it runs: no host, no port. */
    @Bean
    GlobalOpenApiCustomizer placelessDocument(
            @Value("${spring.application.name}") String application) {
        return document -> {
            document.info(
                    new Info()
                            .title("OneSeal " + application)
                            .version("v1")
                            .license(new License().name("Apache-2.0")));
            document.servers(List.of(new Server().url("/")));
            if (document.getComponents() == null) document.components(new Components());
            document.getComponents()
                    .addSecuritySchemes(
                            TOKEN,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"));
        };
    }

    @Bean
    GlobalOpenApiCustomizer samplesInDocument() {
        return new OpenApiSamples(JsonMapper.shared());
    }

    private static Schema<?> limit() {
        return new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }
}
