package org.oneseal.platform.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;

/**
 * The body of a request that can be read again, to find everything that is wrong with it.
 *
 * @param type what it is read as
 * @param validated whether its constraints are checked as well
 */
record KeptBody(byte[] bytes, HttpHeaders headers, Type type, boolean validated)
        implements HttpInputMessage {

    /** The request attribute in which it is kept. */
    static final String NAME = KeptBody.class.getName();

    /** The body of a request, null where none was read as JSON. */
    static @Nullable KeptBody of(NativeWebRequest request) {
        return (KeptBody) request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }
}
