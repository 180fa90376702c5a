package org.oneseal.platform.web;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Controller parameters that the kit fills: caller, idempotency key, expected version, page. */
final class Arguments implements HandlerMethodArgumentResolver {

    static final List<Class<?>> TYPES =
            List.of(Caller.class, IdempotencyKey.class, ExpectedVersion.class, PageRequest.class);

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = parameter.getParameterType();
        if (type == Caller.class) return caller(parameter);
        if (type == IdempotencyKey.class) return key(request);
        if (type == ExpectedVersion.class) return version(request);
        return page(request);
    }

    /** A parameter marked nullable gets null where nobody is known, on public paths. */
    private static @Nullable Caller caller(MethodParameter parameter) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            return Caller.of(token.getToken());
        }
        if (parameter.isOptional()) return null;
        throw new BadArgument(
                HttpStatus.UNAUTHORIZED, "unauthenticated", Objection.of("token-missing"));
    }

    private static IdempotencyKey key(NativeWebRequest request) {
        String value = request.getHeader("Idempotency-Key");
        if (value == null) throw missing("Idempotency-Key", HttpStatus.BAD_REQUEST, "bad-request");
        if (!KEY.matcher(value).matches()) throw malformed("Idempotency-Key");
        return new IdempotencyKey(value);
    }

    private static ExpectedVersion version(NativeWebRequest request) {
        String value = request.getHeader("If-Match");
        if (value == null) {
            throw missing("If-Match", HttpStatus.PRECONDITION_REQUIRED, "version-required");
        }
        Matcher tag = ETAG.matcher(value.strip());
        if (!tag.matches()) throw malformed("If-Match");
        return new ExpectedVersion(Long.parseLong(Objects.requireNonNull(tag.group(1))));
    }

    private static PageRequest page(NativeWebRequest request) {
        String cursor = request.getParameter("cursor");
        return new PageRequest(limit(request.getParameter("limit")), keyset(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null) return DEFAULT_LIMIT;
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) return limit;
        } catch (NumberFormatException e) {
            // told below, like every other text that is no limit
        }
        throw new BadArgument(
                HttpStatus.BAD_REQUEST, "bad-request", Objection.of("limit-invalid", MAX_LIMIT));
    }

    private static List<String> keyset(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return List.of();
        try {
            return Page.decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new BadArgument(
                    HttpStatus.BAD_REQUEST, "bad-request", Objection.of("cursor-invalid"));
        }
    }

    private static BadArgument missing(String header, HttpStatus status, String problem) {
        return new BadArgument(status, problem, Objection.of("header-missing", header));
    }

    private static BadArgument malformed(String header) {
        return new BadArgument(
                HttpStatus.BAD_REQUEST, "bad-request", Objection.of("header-malformed", header));
    }
}
