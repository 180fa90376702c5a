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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.queue.Appointments;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.cases.queue.PreReviews;
import org.oneseal.cases.queue.Queue;
import org.oneseal.cases.queue.Queue.Appointment;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.Lane;
import org.oneseal.cases.queue.Queue.Ticket;
import org.oneseal.cases.queue.Queue.Window;
import org.oneseal.cases.queue.Tickets;
import org.oneseal.cases.queue.Windows;
import org.oneseal.cases.web.QueueBodies.TicketEnd;
import org.oneseal.cases.web.QueueBodies.TicketRequest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.IdempotencyKey;
import org.oneseal.platform.web.IdempotentPosts;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Problems;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets of the queue: drawn by who has passed a pre-review, called lane by lane (排队叫号). */
@RestController
@RequestMapping("/api/v1/cases/queue")
@Tag(name = "queue")
class TicketsApi {

    private final Reaches reaches;
    private final Tickets tickets;
    private final PreReviews reviews;
    private final Appointments appointments;
    private final Windows windows;
    private final IdempotentPosts posts;
    private final Problems problems;
    private final Ids ids;
    private final InstantSource time;
    private final TimeRules timeRules;
    private final WorkCalendars calendars;

    TicketsApi(
            Reaches reaches,
            Tickets tickets,
            PreReviews reviews,
            Appointments appointments,
            Windows windows,
            IdempotentPosts posts,
            Problems problems,
            Ids ids,
            InstantSource time,
            TimeRules timeRules,
            WorkCalendars calendars) {
        this.reaches = reaches;
        this.tickets = tickets;
        this.reviews = reviews;
        this.appointments = appointments;
        this.windows = windows;
        this.posts = posts;
        this.problems = problems;
        this.ids = ids;
        this.time = time;
        this.timeRules = timeRules;
        this.calendars = calendars;
    }

    /**
     * @param before how many would be called earlier; null once it is called
     */
    record TicketView(Ticket ticket, @Nullable Integer before) {}

    @PostMapping("/tickets")
    @Operation(summary = "Draw a ticket after a passed pre-review")
    ResponseEntity<?> draw(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @RequestBody @Valid TicketRequest body) {
        caller.require(Role.APPLICANT, Role.APP_BACKEND, Role.WINDOW_CLERK);
        Reach reach = reaches.of(caller, onBehalfOf);
        return posts.once(caller, key, "POST /cases/queue/tickets", body, () -> draw(reach, body));
    }

    private ResponseEntity<?> draw(Reach reach, TicketRequest body) {
        var hall = new Hall(body.region(), body.department());
        Instant now = time.instant();
        LocalDate today = Case.dayOf(now);
        List<Objection> objections = new ArrayList<>();
        boolean green = body.green() != null && body.green();
        if (reach.staff() && !hall.equals(HallApi.hall(reach.caller()))) {
            throw new NotFound("hall", body.department());
        }
        if (green && !reach.staff()) objections.add(of("green-channel-by-clerk").at("/green"));
        String party = reach.staff() ? body.party() : reach.party();
        Optional<Queue.PreReview> passed =
                party == null
                        ? Optional.empty()
                        : reviews.passed(hall, party, body.itemCode())
                                .filter(review -> stillGood(review, now));
        if (passed.isEmpty()) objections.add(notPassed(hall, today));
        Optional<Appointment> appointment = appointment(hall, party, body.appointment());
        if (body.appointment() != null
                && appointment.filter(a -> Case.dayOf(a.slot()).equals(today)).isEmpty()) {
            objections.add(of("appointment-not-today").at("/appointment"));
        }
        if (!objections.isEmpty() || passed.isEmpty()) return problems.unprocessable(objections);
        Lane lane = green ? Lane.GREEN : appointment.isPresent() ? Lane.APPOINTMENT : Lane.ORDINARY;
        if (appointment.isPresent()
                && !appointments.change(appointment.get().id(), Queue.AppointmentState.USED)) {
            return problems.conflict(List.of(of("appointment-not-booked")));
        }
        Optional<Ticket> drawn =
                tickets.draw(
                        ids.next(new RegionCode(hall.region())),
                        hall,
                        today,
                        lane,
                        passed.get(),
                        appointment.map(Appointment::id).orElse(null),
                        now);
        if (drawn.isEmpty()) {
            return problems.conflict(List.of(notPassed(hall, today)));
        }
        Ticket ticket = drawn.get();
        return ResponseEntity.created(URI.create("/api/v1/cases/queue/tickets/" + ticket.id()))
                .body(view(ticket));
    }

    /**
     * To the end of the last day that the rule gives; the rule is that of the day it was passed.
     */
    private boolean stillGood(Queue.PreReview review, Instant now) {
        Instant passed = Objects.requireNonNull(review.endedAt());
        var region = new RegionCode(review.hall().region());
        return !now.isAfter(
                calendars.of(region).due(passed, goodFor(region, Case.dayOf(passed))).at());
    }

    private Objection notPassed(Hall hall, LocalDate today) {
        TimeLimit good = goodFor(new RegionCode(hall.region()), today);
        return of("pre-review-not-passed", good.amount(), good.unit().name());
    }

    private TimeLimit goodFor(RegionCode region, LocalDate day) {
        return timeRules.limit(region, TimeRule.Kind.PRE_REVIEW, day);
    }

    private Optional<Appointment> appointment(
            Hall hall, @Nullable String party, @Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(appointments::appointment)
                .filter(a -> a.party().equals(party) && a.hall().equals(hall))
                .filter(a -> a.state() == Queue.AppointmentState.BOOKED);
    }

    @GetMapping("/tickets/{id}")
    @Operation(summary = "Where a ticket stands in the queue")
    TicketView read(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = Reaches.ON_BEHALF_OF, required = false)
                    @Nullable String onBehalfOf,
            @PathVariable String id) {
        Reach reach = reaches.of(caller, onBehalfOf);
        return tickets.ticket(id)
                .filter(
                        t ->
                                reach.staff()
                                        ? t.hall().equals(HallApi.hall(caller))
                                        : t.party().equals(reach.party()))
                .map(this::view)
                .orElseThrow(() -> new NotFound("ticket", id));
    }

    @PostMapping("/windows/{id}/calls")
    @Operation(summary = "Call the next one: green channel, then appointments, then the rest")
    ResponseEntity<?> call(
            @Parameter(hidden = true) Caller caller, IdempotencyKey key, @PathVariable String id) {
        caller.require(Role.WINDOW_CLERK);
        Window window =
                windows.window(id)
                        .filter(w -> w.hall().equals(HallApi.hall(caller)))
                        .orElseThrow(() -> new NotFound("window", id));
        return posts.once(
                caller,
                key,
                "POST /cases/queue/windows/" + id + "/calls",
                id,
                () -> {
                    if (!window.open() || window.task() != Queue.Task.ACCEPT) {
                        return problems.conflict(List.of(of("window-not-for-this", window.name())));
                    }
                    Instant now = time.instant();
                    Optional<Ticket> called = tickets.call(window, Case.dayOf(now), now);
                    if (called.isEmpty()) return problems.conflict(List.of(of("nobody-waits")));
                    return ResponseEntity.ok(view(called.get()));
                });
    }

    @PostMapping("/tickets/{id}/end")
    @Operation(summary = "Served, or called in vain")
    ResponseEntity<?> end(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody @Valid TicketEnd body) {
        caller.require(Role.WINDOW_CLERK);
        if (tickets.ticket(id).filter(t -> t.hall().equals(HallApi.hall(caller))).isEmpty()) {
            throw new NotFound("ticket", id);
        }
        return posts.once(
                caller,
                key,
                "POST /cases/queue/tickets/" + id + "/end",
                body,
                () -> {
                    var state = body.served() ? Queue.TicketState.SERVED : Queue.TicketState.GONE;
                    if (!tickets.end(id, state, time.instant())) {
                        return problems.conflict(List.of(of("ticket-not-called")));
                    }
                    return ResponseEntity.ok(view(tickets.ticket(id).orElseThrow()));
                });
    }

    private TicketView view(Ticket ticket) {
        return new TicketView(
                ticket,
                ticket.state() == Queue.TicketState.WAITING ? tickets.before(ticket) : null);
    }
}
