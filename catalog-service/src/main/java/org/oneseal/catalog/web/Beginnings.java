package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * How an item, a power or a package begins: with a department that is known, by an editor of its
 * region.
 */
@Component
class Beginnings {

    private final Departments departments;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final InstantSource time;

    Beginnings(
            Departments departments, IdempotentPosts posts, Problems problems, InstantSource time) {
        this.departments = departments;
        this.posts = posts;
        this.problems = problems;
        this.time = time;
    }

    /** What is posted in order to begin a thing. */
    interface Beginning {

        String code();

        /** Code of the department. */
        String department();
    }

    /** The use case that begins. */
    @FunctionalInterface
    interface Beginner<O> {

        O begin(Department department, Actor actor, Instant now);
    }

    /**
     * Begins, once a key.
     *
     * @param things of the kind
     * @param anywhere what stands against a code whatever the department is
     */
    <O> ResponseEntity<?> begin(
            Caller caller,
            IdempotencyKey key,
            DraftedAnswers<?, O> things,
            Beginning request,
            Function<String, List<Objection>> anywhere,
            Beginner<O> beginner) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        String code = request.department();
        Department department = departments.find(code).orElse(null);
        if (department == null) {
            List<Objection> objections = new ArrayList<>(anywhere.apply(request.code()));
            objections.add(Objection.of("department-unknown", code).at("/department"));
            return problems.unprocessable(objections);
        }
        Editing.require(caller, department.region());
        return posts.once(
                caller,
                key,
                "POST " + things.routes(),
                request,
                () ->
                        things.answer(
                                caller,
                                201,
                                beginner.begin(department, Editing.actor(caller), time.instant())));
    }
}
