package org.oneseal.cases.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes in OpenAPI that officers may say for whom they stand in. */
@Component
class SubstitutionHeader implements OperationCustomizer {

    private static final Set<Class<?>> OF =
            Set.of(
                    AcceptanceApi.class,
                    AssignmentApi.class,
                    CoSignApi.class,
                    ConsultationsApi.class,
                    ClockApi.class,
                    ReviewApi.class,
                    WorkApi.class);

    @Override
    public io.swagger.v3.oas.models.Operation customize(
            io.swagger.v3.oas.models.Operation operation, HandlerMethod handler) {
        boolean meant =
                OF.contains(handler.getBeanType())
                        && (handler.hasMethodAnnotation(PostMapping.class)
                                || handler.getBeanType() == WorkApi.class);
        return meant ? operation.addParametersItem(header()) : operation;
    }

    private static Parameter header() {
        return new Parameter()
                .in("header")
                .name(StandIns.ACTING_FOR)
                .required(false)
                .description("The absent officer for whom the caller stands in.")
                .schema(new StringSchema());
    }
}
