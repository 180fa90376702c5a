package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.queue.Appointments;
import org.oneseal.cases.queue.Queue.Appointment;
import org.oneseal.cases.queue.Queue.AppointmentRule;
import org.oneseal.cases.queue.Queue.AppointmentState;
import org.oneseal.cases.queue.Queue.Hall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointments implements Appointments {

    private final JdbcClient jdbc;

    JdbcAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean addRule(Hall hall, AppointmentRule r) {
        return jdbc.sql(
                                """
                                INSERT INTO appointment_rule (region, department, first_slot, last_slot,
                                    slot_minutes, places, days_ahead, effective_from)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .param(hall.region())
                        .param(hall.department())
                        .param(r.firstSlot())
                        .param(r.lastSlot())
                        .param(r.slotMinutes())
                        .param(r.places())
                        .param(r.daysAhead())
                        .param(r.effectiveFrom())
                        .update()
                == 1;
    }

    @Override
    public Optional<AppointmentRule> rule(Hall hall, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT * FROM appointment_rule
                         WHERE region = ? AND department = ? AND effective_from <= ?
                         ORDER BY effective_from DESC LIMIT 1
                        """)
                .params(hall.region(), hall.department(), day)
                .query(
                        (r, _) ->
                                new AppointmentRule(
                                        r.getObject("first_slot", LocalTime.class),
                                        r.getObject("last_slot", LocalTime.class),
                                        r.getInt("slot_minutes"),
                                        r.getInt("places"),
                                        r.getInt("days_ahead"),
                                        r.getObject("effective_from", LocalDate.class)))
                .optional();
    }

    /** An advisory lock: a slot has no row of its own while nobody has booked it. */
    @Override
    public int bookedIn(Hall hall, Instant slot) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 53))")
                .param(hall.region() + "/" + hall.department() + "/" + slot)
                .query((_, _) -> 0)
                .single();
        return jdbc.sql(
                        """
                        SELECT count(*) FROM appointment
                         WHERE region = ? AND department = ? AND slot = ? AND state = 'BOOKED'
                        """)
                .param(hall.region())
                .param(hall.department())
                .param(at(slot))
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean book(Appointment a) {
        return jdbc.sql(
                                """
                                INSERT INTO appointment VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (party, slot) WHERE state = 'BOOKED' DO NOTHING
                                """)
                        .param(a.id())
                        .param(a.hall().region())
                        .param(a.hall().department())
                        .param(a.party())
                        .param(a.itemCode())
                        .param(at(a.slot()))
                        .param(a.state().name())
                        .param(at(a.bookedAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Appointment> appointment(String id) {
        return jdbc.sql("SELECT * FROM appointment WHERE id = ?")
                .param(id)
                .query(JdbcAppointments::appointment)
                .optional();
    }

    @Override
    public List<Appointment> appointments(String party) {
        return jdbc.sql(
                        "SELECT * FROM appointment WHERE party = ? ORDER BY slot DESC, id LIMIT 200")
                .param(party)
                .query(JdbcAppointments::appointment)
                .list();
    }

    @Override
    public boolean change(String appointment, AppointmentState state) {
        return jdbc.sql("UPDATE appointment SET state = ? WHERE id = ? AND state = 'BOOKED'")
                        .params(state.name(), appointment)
                        .update()
                == 1;
    }

    private static Hall hall(ResultSet r) throws SQLException {
        return new Hall(r.getString("region"), r.getString("department"));
    }

    private static Appointment appointment(ResultSet r, int row) throws SQLException {
        return new Appointment(
                r.getString("id"),
                hall(r),
                r.getString("party"),
                r.getString("item_code"),
                Columns.instant(r, "slot"),
                AppointmentState.valueOf(r.getString("state")),
                Columns.instant(r, "booked_at"));
    }
}
