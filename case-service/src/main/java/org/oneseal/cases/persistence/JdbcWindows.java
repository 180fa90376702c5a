package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.queue.Queue.WindowFigures;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.Task;
import org.oneseal.cases.queue.Queue.Window;
import org.oneseal.cases.queue.Windows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWindows implements Windows {

    private final JdbcClient jdbc;

    JdbcWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean addWindow(Window w, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO service_window VALUES (?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (region, department, name) DO NOTHING
                                """)
                        .param(w.id())
                        .param(w.hall().region())
                        .param(w.hall().department())
                        .param(w.name())
                        .param(w.task().name())
                        .param(w.open())
                        .param(at(now))
                        .update()
                == 1;
    }

    @Override
    public void changeWindow(String id, Task task, boolean open, Instant now) {
        jdbc.sql("UPDATE service_window SET task = ?, open = ?, changed_at = ? WHERE id = ?")
                .param(task.name())
                .param(open)
                .param(at(now))
                .param(id)
                .update();
    }

    @Override
    public Optional<Window> window(String id) {
        return jdbc.sql("SELECT * FROM service_window WHERE id = ?")
                .param(id)
                .query(JdbcWindows::window)
                .optional();
    }

    @Override
    public List<Window> windows(Hall hall) {
        return jdbc.sql(
                        """
                        SELECT * FROM service_window WHERE region = ? AND department = ?
                         ORDER BY name LIMIT 200
                        """)
                .params(hall.region(), hall.department())
                .query(JdbcWindows::window)
                .list();
    }

    @Override
    public List<WindowFigures> figures(Hall hall, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT w.id, w.name, w.task, w.open,
                               (SELECT count(*) FROM pre_review p WHERE p.window_id = w.id
                                   AND begun_at >= :from AND begun_at < :to) AS reviews,
                               (SELECT count(*) FROM pre_review p WHERE p.window_id = w.id
                                   AND begun_at >= :from AND begun_at < :to AND passed) AS passed,
                               (SELECT coalesce(sum(extract(epoch FROM ended_at - begun_at)), 0)::bigint
                                  FROM pre_review p WHERE p.window_id = w.id
                                   AND begun_at >= :from AND begun_at < :to) AS review_seconds,
                               (SELECT count(*) FROM ticket t WHERE t.window_id = w.id
                                   AND day = :day AND state = 'SERVED') AS served,
                               (SELECT coalesce(sum(extract(epoch FROM ended_at - called_at)), 0)::bigint
                                  FROM ticket t WHERE t.window_id = w.id AND day = :day
                                   AND state = 'SERVED') AS service_seconds,
                               (SELECT coalesce(sum(extract(epoch FROM called_at - drawn_at)), 0)::bigint
                                  FROM ticket t WHERE t.window_id = w.id AND day = :day) AS wait_seconds
                          FROM service_window w
                         WHERE region = :region AND department = :department ORDER BY name LIMIT 200
                        """)
                .param("from", at(day.atStartOfDay(Case.ZONE).toInstant()))
                .param("to", at(day.plusDays(1).atStartOfDay(Case.ZONE).toInstant()))
                .param("day", day)
                .param("region", hall.region())
                .param("department", hall.department())
                .query(
                        (r, _) ->
                                new WindowFigures(
                                        r.getString("id"),
                                        r.getString("name"),
                                        Task.valueOf(r.getString("task")),
                                        r.getBoolean("open"),
                                        r.getLong("reviews"),
                                        r.getLong("passed"),
                                        r.getLong("review_seconds"),
                                        r.getLong("served"),
                                        r.getLong("service_seconds"),
                                        r.getLong("wait_seconds")))
                .list();
    }

    @Override
    public int waiting(Hall hall, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM ticket
                         WHERE region = ? AND department = ? AND day = ? AND state = 'WAITING'
                        """)
                .params(hall.region(), hall.department(), day)
                .query(Integer.class)
                .single();
    }

    private static Hall hall(ResultSet r) throws SQLException {
        return new Hall(r.getString("region"), r.getString("department"));
    }

    private static Window window(ResultSet r, int row) throws SQLException {
        return new Window(
                r.getString("id"),
                hall(r),
                r.getString("name"),
                Task.valueOf(r.getString("task")),
                r.getBoolean("open"));
    }
}
