package org.oneseal.cases.web;

import static org.oneseal.platform.objection.Objection.of;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.queue.Appointments;
import org.oneseal.cases.queue.Queue.Appointment;
import org.oneseal.cases.queue.Queue.AppointmentRule;
import org.oneseal.cases.queue.Queue.AppointmentState;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.web.QueueBodies.AppointmentRequest;
import org.oneseal.cases.web.QueueBodies.AppointmentRuleRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appointments at the hall (预约): on a working day, at a slot with a place left. */
@RestController
@RequestMapping("/api/v1/appointments")
@Tag(name = "queue")
class AppointmentsApi {

    private final Reaches reaches;
    private final Appointments appointments;
    private final WorkCalendars calendars;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Ids ids;
    private final InstantSource time;

    AppointmentsApi(
            Reaches reaches,
            Appointments appointments,
            WorkCalendars calendars,
            IdempotentPosts posts,
            Problems problems,
            Ids ids,
            InstantSource time) {
        this.reaches = reaches;
        this.appointments = appointments;
        this.calendars = calendars;
        this.posts = posts;
        this.problems = problems;
        this.ids = ids;
        this.time = time;
    }

    @PostMapping("/rules")
    @Operation(summary = "Say how many may come when, from a day on")
    ResponseEntity<?> rule(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestBody @Valid AppointmentRuleRequest body) {
        caller.require(Role.CHIEF_APPROVER, Role.PLATFORM_OPERATOR);
        Hall hall = HallApi.hall(caller);
        return posts.once(caller, key, "POST /appointments/rules", body, () -> rule(hall, body));
    }

    private ResponseEntity<?> rule(Hall hall, AppointmentRuleRequest body) {
        List<Objection> objections = new ArrayList<>();
        if (body.lastSlot().isBefore(body.firstSlot())) {
            objections.add(of("ends-before-it-begins").at("/lastSlot"));
        }
        LocalDate today = Case.dayOf(time.instant());
        objections.addAll(RuleChecks.ahead(body.effectiveFrom(), today));
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        var rule =
                new AppointmentRule(
                        body.firstSlot(),
                        body.lastSlot(),
                        body.slotMinutes(),
                        body.places(),
                        body.daysAhead(),
                        body.effectiveFrom());
        if (!appointments.addRule(hall, rule)) {
            return problems.conflict(List.of(of("rule-there-already")));
        }
        return ResponseEntity.status(201).body(rule);
    }

    @PostMapping
    @Operation(summary = "Book a place")
    ResponseEntity<?> book(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestBody @Valid AppointmentRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND);
        String party = party(caller, onBehalfOf);
        return posts.once(
                caller, key, "POST /appointments for " + party, body, () -> book(party, body));
    }

    private ResponseEntity<?> book(String party, AppointmentRequest body) {
        var hall = new Hall(body.region(), body.department());
        Instant now = time.instant();
        LocalDate today = Case.dayOf(now);
        LocalDate day = dayOf(body.slot());
        Optional<AppointmentRule> rule =
                day == null ? Optional.empty() : appointments.rule(hall, day);
        if (rule.isEmpty() || day == null) {
            return unprocessable(of("no-appointments-here").at("/department"));
        }
        AppointmentRule r = rule.get();
        LocalTime at = body.slot().atZone(Case.ZONE).toLocalTime();
        List<Objection> objections = new ArrayList<>();
        if (!body.slot().isAfter(now) || day.isAfter(today.plusDays(r.daysAhead()))) {
            objections.add(of("slot-out-of-reach", r.daysAhead()).at("/slot"));
        } else if (!r.has(at) || !calendars.of(new RegionCode(body.region())).isWorkday(day)) {
            objections.add(of("slot-not-offered").at("/slot"));
        }
        if (!objections.isEmpty()) return problems.unprocessable(objections);
        if (appointments.bookedIn(hall, body.slot()) >= r.places()) {
            return problems.conflict(List.of(of("slot-full").at("/slot")));
        }
        var appointment =
                new Appointment(
                        ids.next(new RegionCode(body.region())),
                        hall,
                        party,
                        body.itemCode(),
                        body.slot(),
                        AppointmentState.BOOKED,
                        now);
        if (!appointments.book(appointment)) {
            return problems.conflict(List.of(of("appointment-at-that-time").at("/slot")));
        }
        return ResponseEntity.created(URI.create("/api/v1/appointments/" + appointment.id()))
                .body(appointment);
    }

    /** Null where no calendar could know the day. */
    private static @Nullable LocalDate dayOf(Instant slot) {
        boolean known =
                slot.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
                        && slot.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
        return known ? Case.dayOf(slot) : null;
    }

    @GetMapping
    @Operation(summary = "One's own appointments, the latest first")
    List<Appointment> mine(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND);
        return appointments.appointments(party(caller, onBehalfOf));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Give a place back")
    ResponseEntity<?> cancel(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND);
        String party = party(caller, onBehalfOf);
        if (appointments.appointment(id).filter(a -> a.party().equals(party)).isEmpty()) {
            throw new NotFound("appointment", id);
        }
        return posts.once(
                caller,
                key,
                "POST /appointments/" + id + "/cancellation",
                id,
                () ->
                        appointments.change(id, AppointmentState.CANCELLED)
                                ? ResponseEntity.ok(appointments.appointment(id).orElseThrow())
                                : problems.conflict(List.of(of("appointment-not-booked"))));
    }

    private ResponseEntity<?> unprocessable(Objection objection) {
        return problems.unprocessable(List.of(objection));
    }

    private String party(Caller caller, @Nullable String onBehalfOf) {
        String party = reaches.of(caller, onBehalfOf).party();
        if (party == null) throw new NotFound("party", "of the caller");
        return party;
    }
}
