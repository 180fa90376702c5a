package org.oneseal.platform.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;

/**
 * The body of a request that can be read again, to find everything that is wrong with it.
 *
 * @param type what it is read as
 * @param validated whether its constraints are checked as well
 */
record KeptBody(byte[] bytes, HttpHeaders headers, Type type, boolean validated)
        implements HttpInputMessage {

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }
}
