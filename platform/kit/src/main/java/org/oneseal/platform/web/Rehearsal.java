package org.oneseal.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the rules about the right members of a body that is wrong in others, so that whoever sent it
 * hears of everything at once. The request is carried out with something standing in for what is
 * wrong, and taken back whole; what it meets counts if it is met whatever stands in.
 */
final class Rehearsal {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    /** Each round is a request carried out; choices beyond are few and not worth it. */
    private static final int MOST_ROUNDS = 6;

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final TransactionTemplate transactions;
    private final JsonMapper mapper;

    Rehearsal(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            TransactionTemplate transactions,
            JsonMapper mapper) {
        this.adapter = adapter;
        this.transactions = transactions;
        this.mapper = mapper;
    }

    /**
     * What the rules object to in the members that are right; nothing where that cannot be known.
     *
     * @param wrong pointers of the members that are not
     */
    List<Objection> objections(
            HandlerMethod handler, NativeWebRequest request, KeptBody body, Set<String> wrong) {
        JavaType type = mapper.constructType(body.type());
        List<Objection> met = new ArrayList<>();
        int rounds = 1;
        for (int round = 0; round < rounds; round++) {
            var standIns = new StandIns(mapper, wrong, round);
            Optional<List<Objection>> now = round(handler, request, body, type, standIns, wrong);
            if (now.isEmpty()) return List.of();
            if (round == 0) met.addAll(now.get());
            else met = alike(met, now.get());
            if (met.isEmpty()) return List.of();
            rounds = Math.min(MOST_ROUNDS, standIns.rounds());
        }
        met.removeIf(objection -> isWithin(objection.field(), wrong));
        return met;
    }

    /** Those that are met again: word for word, else at least the same at the same place. */
    private static List<Objection> alike(List<Objection> met, List<Objection> again) {
        return met.stream()
                .filter(
                        o ->
                                again.contains(o)
                                        || (met.stream().filter(m -> same(m, o)).count() == 1
                                                && again.stream().anyMatch(a -> same(a, o))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean same(Objection one, Objection other) {
        return one.code().equals(other.code()) && Objects.equals(one.field(), other.field());
    }

    private Optional<List<Objection>> round(
            HandlerMethod handler,
            NativeWebRequest request,
            KeptBody body,
            JavaType type,
            StandIns standIns,
            Set<String> wrong) {
        try {
            JsonNode left = mapper.readTree(body.bytes());
            wrong.forEach(pointer -> takeOut(left, pointer));
            standIns.fill(left, type);
            Object filled = mapper.readerFor(type).readValue(mapper.treeAsTokens(left));
            return Optional.of(answer(handler, request, filled));
        } catch (Exception e) {
            log.debug("What stands in for {} leads nowhere", wrong, e);
            return Optional.empty();
        }
    }

    private List<Objection> answer(HandlerMethod handler, NativeWebRequest request, Object body) {
        RequestMappingHandlerAdapter usual = adapter.getObject();
        var resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(usual.getArgumentResolvers());
        var rehearsed = new InvocableHandlerMethod(handler.createWithResolvedBean());
        rehearsed.setHandlerMethodArgumentResolvers(resolvers);
        rehearsed.setDataBinderFactory(
                new ServletRequestDataBinderFactory(List.of(), usual.getWebBindingInitializer()));
        Optional<Object> answer =
                Objects.requireNonNull(
                        transactions.execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return invoke(rehearsed, request, body);
                                }));
        return answer.orElse(null) instanceof ResponseEntity<?> entity
                        && entity.getBody() instanceof ObjectedProblem problem
                ? problem.objections()
                : List.of();
    }

    private static Optional<Object> invoke(
            InvocableHandlerMethod handler, NativeWebRequest request, Object body) {
        try {
            return Optional.ofNullable(
                    handler.invokeForRequest(request, new ModelAndViewContainer(), body));
        } catch (Exception e) {
            throw new Failed(e);
        }
    }

    /** A handler's exception on its way through the transaction. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }

    private static void takeOut(JsonNode tree, String pointer) {
        int cut = pointer.lastIndexOf('/');
        JsonNode in = tree.at(pointer.substring(0, cut));
        String name = pointer.substring(cut + 1);
        if (in instanceof ObjectNode object) object.remove(name);
        if (in instanceof ArrayNode array && name.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(name);
            if (index < array.size()) array.setNull(index);
        }
    }

    /** Whether an objection is about a wrong member, which was told already, or lies within one. */
    private static boolean isWithin(@Nullable String field, Set<String> wrong) {
        if (field == null) return false;
        return wrong.stream().anyMatch(w -> (field + "/").startsWith(w + "/"));
    }
}
