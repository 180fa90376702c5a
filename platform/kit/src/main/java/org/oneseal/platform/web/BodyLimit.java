package org.oneseal.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large, by their stated length at once and without one while reading.
 * Uploads (multipart) have their own limit.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final long maximum;
    private final ProblemWriter problems;

    BodyLimit(long maximum, ProblemWriter problems) {
        this.maximum = maximum;
        this.problems = problems;
    }

    static boolean isCauseOf(@Nullable Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) if (t instanceof Exceeded) return true;
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > maximum) {
            problems.write(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    Objection.of("too-large"));
        } else {
            chain.doFilter(new Counted(request), response);
        }
    }

    private final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountingStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private final class CountingStream extends ServletInputStream {
        private final ServletInputStream stream;
        private long read;

        CountingStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int b = stream.read();
            if (b >= 0) count(1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = stream.read(bytes, offset, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) throws Exceeded {
            read += n;
            if (read > maximum) throw new Exceeded();
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }

    private static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
