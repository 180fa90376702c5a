package org.oneseal.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How an item or a package begins: with a department that is known, by an editor of its region. */
@Component
class Beginnings {

    private final Departments departments;
    private final IdempotentPosts posts;
    private final Problems problems;

    Beginnings(Departments departments, IdempotentPosts posts, Problems problems) {
        this.departments = departments;
        this.posts = posts;
        this.problems = problems;
    }

    /**
     * Begins, once a key.
     *
     * @param route what is posted to
     * @param code of the department
     * @param request what was posted
     * @param anywhere what stands against it whatever the department is
     */
    ResponseEntity<?> begin(
            Caller caller,
            IdempotencyKey key,
            String route,
            String code,
            Object request,
            Supplier<List<Objection>> anywhere,
            Function<Department, ResponseEntity<?>> begin) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        Department department = departments.find(code).orElse(null);
        if (department == null) {
            List<Objection> objections = new ArrayList<>(anywhere.get());
            objections.add(Objection.of("department-unknown", code).at("/department"));
            return problems.unprocessable(objections);
        }
        Editing.require(caller, department.region());
        return posts.once(caller, key, "POST " + route, request, () -> begin.apply(department));
    }
}
