package org.oneseal.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;

class KeepBodiesTest {

    record Said(String text) {}

    abstract static class Shared<B> {

        void one(@RequestBody B body) {}

        void many(@RequestBody List<B> bodies) {}
    }

    static class Own extends Shared<Said> {}

    @BeforeEach
    void aRequestIsUnderWay() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void itIsOver() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aBodyIsKeptAsWhatTheExtendingControllerReads() throws Exception {
        assertThat(kept("one", Object.class)).isEqualTo(Said.class);
        assertThat(kept("many", List.class).getTypeName())
                .isEqualTo("java.util.List<" + Said.class.getTypeName() + ">");
    }

    private static Type kept(String method, Class<?> erased) throws Exception {
        MethodParameter parameter =
                new HandlerMethod(new Own(), Shared.class.getDeclaredMethod(method, erased))
                        .getMethodParameters()[0];
        HttpInputMessage message = new MockHttpInputMessage("{}".getBytes(StandardCharsets.UTF_8));
        var kept =
                (KeptBody)
                        new KeepBodies()
                                .beforeBodyRead(
                                        message,
                                        parameter,
                                        parameter.getNestedGenericParameterType(),
                                        JacksonJsonHttpMessageConverter.class);
        return kept.type();
    }
}
