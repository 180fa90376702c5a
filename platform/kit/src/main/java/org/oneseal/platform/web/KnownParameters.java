package org.oneseal.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.oneseal.platform.objection.Objection;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters that an operation does not have: a filter that is misspelt would
 * otherwise be no filter, and the answer look like the one asked for.
 */
final class KnownParameters implements HandlerInterceptor {

    private static final String OURS = "org.oneseal.";
    private static final Set<String> OF_PAGES = Set.of("limit", "cursor");

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query == null
                || query.isEmpty()
                || !(handler instanceof HandlerMethod operation)
                || !operation.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        SortedSet<String> parameters =
                known.computeIfAbsent(operation.getMethod(), _ -> of(operation));
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                .filter(name -> !parameters.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(
                        name -> {
                            throw refused(name, parameters);
                        });
        return true;
    }

    private SortedSet<String> of(HandlerMethod operation) {
        SortedSet<String> found = new TreeSet<>();
        for (MethodParameter parameter : operation.getMethodParameters()) {
            if (parameter.getParameterType() == PageRequest.class) found.addAll(OF_PAGES);
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null) continue;
            parameter.initParameterNameDiscovery(names);
            found.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
        }
        return found;
    }

    private static BadArgument refused(String name, SortedSet<String> parameters) {
        Objection objection =
                parameters.isEmpty()
                        ? Objection.of("parameter-none", name)
                        : Objection.of("parameter-unknown", name, String.join(", ", parameters));
        return new BadArgument(HttpStatus.BAD_REQUEST, "bad-request", objection);
    }
}
