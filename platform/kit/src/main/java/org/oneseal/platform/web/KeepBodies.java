package org.oneseal.platform.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Keeps the JSON body of a request until it is understood; its length is limited before. */
@ControllerAdvice
class KeepBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        // A controller may leave the type to those that extend it.
        Type read = GenericTypeResolver.resolveType(type, parameter.getContainingClass());
        var kept =
                new KeptBody(
                        message.getBody().readAllBytes(),
                        message.getHeaders(),
                        read,
                        parameter.hasParameterAnnotation(Valid.class));
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(KeptBody.NAME, kept, RequestAttributes.SCOPE_REQUEST);
        return kept;
    }
}
