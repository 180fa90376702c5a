package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.Lane;
import org.oneseal.cases.queue.Queue.PreReview;
import org.oneseal.cases.queue.Queue.Ticket;
import org.oneseal.cases.queue.Queue.TicketState;
import org.oneseal.cases.queue.Queue.Window;
import org.oneseal.cases.queue.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTickets implements Tickets {

    private final JdbcClient jdbc;

    JdbcTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Ticket> draw(
            String id,
            Hall hall,
            LocalDate day,
            Lane lane,
            PreReview review,
            @Nullable String appointment,
            Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 59))")
                .param(hall.region() + "/" + hall.department() + "/" + day)
                .query((_, _) -> 0)
                .single();
        jdbc.sql(
                        """
                        INSERT INTO ticket (id, region, department, day, number, lane, party, item_code,
                                            pre_review, appointment, state, drawn_at)
                        SELECT :id, :region, :department, :day, coalesce(max(number), 0) + 1, :lane,
                               :party, :item, :review, :appointment, 'WAITING', :now
                          FROM ticket
                         WHERE region = :region AND department = :department AND day = :day
                        ON CONFLICT (pre_review) DO NOTHING
                        """)
                .param("id", id)
                .param("region", hall.region())
                .param("department", hall.department())
                .param("day", day)
                .param("lane", lane.name())
                .param("party", review.party())
                .param("item", review.itemCode())
                .param("review", review.id())
                .param("appointment", appointment)
                .param("now", at(now))
                .update();
        return ticket(id);
    }

    @Override
    public Optional<Ticket> call(Window w, LocalDate day, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE ticket SET state = 'CALLED', window_id = :window, called_at = :now
                         WHERE id = (SELECT id FROM ticket
                                      WHERE region = :region AND department = :department
                                        AND day = :day AND state = 'WAITING'
                                      ORDER BY array_position(
                                                 ARRAY['GREEN', 'APPOINTMENT', 'ORDINARY'], lane),
                                               number
                                      LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("window", w.id())
                .param("now", at(now))
                .param("region", w.hall().region())
                .param("department", w.hall().department())
                .param("day", day)
                .query(JdbcTickets::ticket)
                .optional();
    }

    @Override
    public Optional<Ticket> ticket(String id) {
        return jdbc.sql("SELECT * FROM ticket WHERE id = ?")
                .param(id)
                .query(JdbcTickets::ticket)
                .optional();
    }

    @Override
    public int before(Ticket t) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM ticket
                         WHERE region = :region AND department = :department AND day = :day
                           AND state = 'WAITING'
                           AND (array_position(ARRAY['GREEN', 'APPOINTMENT', 'ORDINARY'], lane), number)
                             < (array_position(ARRAY['GREEN', 'APPOINTMENT', 'ORDINARY'], :lane), :number)
                        """)
                .param("region", t.hall().region())
                .param("department", t.hall().department())
                .param("day", t.day())
                .param("lane", t.lane().name())
                .param("number", t.number())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean end(String ticket, TicketState state, Instant now) {
        return jdbc.sql(
                                "UPDATE ticket SET state = ?, ended_at = ? WHERE id = ? AND state = 'CALLED'")
                        .param(state.name())
                        .param(at(now))
                        .param(ticket)
                        .update()
                == 1;
    }

    private static Hall hall(ResultSet r) throws SQLException {
        return new Hall(r.getString("region"), r.getString("department"));
    }

    private static Ticket ticket(ResultSet r, int row) throws SQLException {
        return new Ticket(
                r.getString("id"),
                hall(r),
                r.getObject("day", LocalDate.class),
                r.getInt("number"),
                Lane.valueOf(r.getString("lane")),
                r.getString("party"),
                r.getString("item_code"),
                TicketState.valueOf(r.getString("state")),
                Columns.instant(r, "drawn_at"),
                r.getString("window_id"),
                Columns.instantOrNull(r, "called_at"),
                Columns.instantOrNull(r, "ended_at"));
    }
}
