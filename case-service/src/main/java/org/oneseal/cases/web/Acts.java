package org.oneseal.cases.web;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.handling.Request;
import org.oneseal.cases.substitution.Substitution;
import org.oneseal.cases.web.CaseBodies.Sent;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.Forbidden;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How every act on a case goes: who may, once per key, at the version read, and its answer. */
@Component
class Acts {

    static final List<Role> INTAKE = List.of(Role.WINDOW_CLERK, Role.CASE_OFFICER);
    static final List<Role> OFFICERS = List.of(Role.CASE_OFFICER, Role.CHIEF_APPROVER);
    static final List<Role> HANDLERS =
            List.of(Role.CHIEF_APPROVER, Role.CASE_OFFICER, Role.WINDOW_CLERK);

    private final Reaches reaches;
    private final StandIns standIns;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Cases cases;
    private final HandleCase handleCase;
    private final CaseViews views;
    private final InstantSource time;

    Acts(
            Reaches reaches,
            StandIns standIns,
            IdempotentPosts posts,
            Problems problems,
            Cases cases,
            HandleCase handleCase,
            CaseViews views,
            InstantSource time) {
        this.reaches = reaches;
        this.standIns = standIns;
        this.posts = posts;
        this.problems = problems;
        this.cases = cases;
        this.handleCase = handleCase;
        this.views = views;
        this.time = time;
    }

    /** What is sent to be done: by whom, once, to which version of which case. */
    record Act(
            Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            String id,
            String name,
            @Nullable Object body,
            @Nullable String standingFor) {

        Act(
                Caller caller,
                IdempotencyKey key,
                ExpectedVersion version,
                String id,
                String name,
                @Nullable Object body) {
            this(caller, key, version, id, name, body, null);
        }

        Act standingFor(String absent) {
            return new Act(caller, key, version, id, name, body, absent);
        }

        String operation() {
            String operation = "POST /cases/" + id + "/" + name;
            return standingFor == null ? operation : operation + " for " + standingFor;
        }
    }

    /** Does it; the request says which case, which version and who. */
    @FunctionalInterface
    interface Doing {
        Handled of(Request request);
    }

    ResponseEntity<?> staff(Act act, CaseCommand command, List<Role> roles) {
        return staff(act, roles, r -> handleCase.handle(r, command, time.instant()));
    }

    ResponseEntity<?> staff(Act act, List<Role> roles, Doing doing) {
        return staff(act, roles, doing, views::view);
    }

    /**
     * @param show what whoever acts may see of the case afterwards
     */
    ResponseEntity<?> staff(
            Act act, List<Role> roles, Doing doing, Function<CaseOnFile, Object> show) {
        Substitution standing = standIns.of(act.caller());
        if (standing == null) {
            act.caller().require(roles.toArray(Role[]::new));
            return once(
                    act, reaches.of(act.caller(), null), role(act.caller(), roles), doing, show);
        }
        String role = standingRole(standing, roles);
        return once(
                act.standingFor(standing.absent()),
                reaches.of(act.caller(), null),
                role,
                request -> doing.of(StandIns.standing(request, standing)),
                show);
    }

    /** One of many acts that are sent together: in the caller's transaction, without a key. */
    Handled oneOfMany(Act act, List<Role> roles, Doing doing) {
        Substitution standing = standIns.of(act.caller());
        Reach reach = reaches.of(act.caller(), null);
        if (standing == null) {
            act.caller().require(roles.toArray(Role[]::new));
            return doing.of(reach.request(act.id(), act.version(), role(act.caller(), roles)));
        }
        String role = standingRole(standing, roles);
        return doing.of(StandIns.standing(reach.request(act.id(), act.version(), role), standing));
    }

    private static String standingRole(Substitution standing, List<Role> roles) {
        return roles.stream()
                .map(Role::realmName)
                .filter(name -> standing.roles().contains(name))
                .findFirst()
                .orElseThrow(() -> new Forbidden("nor may who is substituted"));
    }

    /** The applicant, someone with a mandate, or a clerk at the counter. */
    ResponseEntity<?> applicant(Act act, @Nullable String onBehalfOf, CaseCommand command) {
        act.caller().require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(act.caller(), onBehalfOf);
        if (reach.actingFor()) file(reach, act.id());
        String role = (reach.staff() ? Role.WINDOW_CLERK : Role.APPLICANT).realmName();
        return once(
                act, reach, role, r -> handleCase.handle(r, command, time.instant()), views::view);
    }

    private ResponseEntity<?> once(
            Act act,
            Reach reach,
            @Nullable String role,
            Doing doing,
            Function<CaseOnFile, Object> show) {
        return posts.once(
                act.caller(),
                act.key(),
                act.operation(),
                new Sent(act.version().value(), act.body()),
                () -> answer(doing.of(reach.request(act.id(), act.version(), role)), show));
    }

    /** The case as the caller may see it. */
    CaseOnFile file(Reach reach, String id) {
        return reach.covered(
                cases.find(id, reach.scope()).orElseThrow(() -> new NotFound("case", id)));
    }

    private ResponseEntity<?> answer(Handled handled, Function<CaseOnFile, Object> show) {
        return switch (handled) {
            case Handled.Done(var file) ->
                    ResponseEntity.ok().eTag(Versions.etag(file.version())).body(show.apply(file));
            case Handled.Objected(var objections) -> problems.unprocessable(objections);
            case Handled.OutOfTurn(var objections) -> problems.conflict(objections);
        };
    }

    private static @Nullable String role(Caller caller, List<Role> roles) {
        return roles.stream().filter(caller::has).findFirst().map(Role::realmName).orElse(null);
    }
}
