package org.oneseal.market.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneseal.market.projects.Participant;
import org.oneseal.market.projects.Participants;
import org.oneseal.market.admission.Restriction;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Admitted institutions with what they may offer and what is held against them. */
@Repository
class JdbcParticipants implements Participants {

    private final JdbcClient jdbc;

    JdbcParticipants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Participant> of(String party, RegionCode region) {
        RegionPath path = RegionPath.of(region);
        return jdbc.sql(
                        """
                        SELECT id FROM institutions
                         WHERE party = :party AND region IN (:path) AND state = 'ADMITTED'
                         ORDER BY array_position(CAST(:order AS text[]), region) DESC, id
                         LIMIT 1
                        """)
                .param("party", party)
                .param("path", path.codes())
                .param("order", path.array())
                .query(String.class)
                .optional()
                .map(id -> byIds(List.of(id)).get(id));
    }

    @Override
    public Map<String, Participant> byIds(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<String, List<Participant.Offered>> offered = offered(ids);
        Map<String, List<Restriction>> restrictions = restrictions(ids);
        Map<String, Participant> participants = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT id, name, uscc, region, party FROM institutions
                         WHERE id IN (:ids) AND state = 'ADMITTED'
                        """)
                .param("ids", ids)
                .query(
                        (r, _) ->
                                new Participant(
                                        r.getString("id"),
                                        r.getString("name"),
                                        r.getString("uscc"),
                                        r.getString("region"),
                                        r.getString("party"),
                                        offered.getOrDefault(r.getString("id"), List.of()),
                                        restrictions.getOrDefault(r.getString("id"), List.of())))
                .list()
                .forEach(p -> participants.put(p.id(), p));
        return participants;
    }

    private Map<String, List<Participant.Offered>> offered(Collection<String> ids) {
        Map<String, List<Participant.Offered>> offered = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT institution, code, last_day FROM offered_services
                         WHERE institution IN (:ids)
                        """)
                .param("ids", ids)
                .query(
                        (r, _) ->
                                Map.entry(
                                        r.getString("institution"),
                                        new Participant.Offered(
                                                r.getString("code"),
                                                r.getObject("last_day", LocalDate.class))))
                .list()
                .forEach(
                        e ->
                                offered.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                        .add(e.getValue()));
        return offered;
    }

    private Map<String, List<Restriction>> restrictions(Collection<String> ids) {
        Map<String, List<Restriction>> restrictions = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT i.id, r.* FROM institutions i JOIN restrictions r ON r.subject = i.uscc
                         WHERE i.id IN (:ids) ORDER BY r.listing
                        """)
                .param("ids", ids)
                .query(
                        (r, _) ->
                                Map.entry(
                                        r.getString("id"),
                                        JdbcKnown.JdbcRestrictions.restriction(r)))
                .list()
                .forEach(
                        e ->
                                restrictions
                                        .computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                        .add(e.getValue()));
        return restrictions;
    }
}
