package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.protection.BlindIndex;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.protection.Masks;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parties with their numbers encrypted, each bound to its row and column. */
@Repository
class JdbcParties implements Parties {

    private static final String SELECT =
            """
            SELECT id, kind, region, shown_name, uscc, number_mask, phone_mask FROM party
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Ids ids;

    JdbcParties(JdbcClient jdbc, FieldCipher cipher, BlindIndex index, Ids ids) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.index = index;
        this.ids = ids;
    }

    @Override
    public Optional<Party> find(String id) {
        return jdbc.sql(SELECT + " WHERE id = ?").param(id).query(JdbcParties::party).optional();
    }

    @Override
    public Optional<Party> findSame(Party.Registration registration) {
        String number = registration.citizenNumber();
        List<String> candidates =
                number != null
                        ? index.candidates("citizen-number", number)
                        : index.candidates("uscc", Objects.requireNonNull(registration.uscc()));
        return jdbc.sql(SELECT + " WHERE number_index IN (:candidates)")
                .param("candidates", candidates)
                .query(JdbcParties::party)
                .optional();
    }

    @Override
    public Party add(Party.Registration registration, Instant now) {
        String wanted = registration.id();
        String id = wanted == null ? ids.next(registration.region()) : wanted;
        String number = registration.citizenNumber();
        String uscc = registration.uscc();
        String phone = registration.phone();
        boolean natural = number != null;
        jdbc.sql(
                        """
                        INSERT INTO party (id, kind, region, shown_name, uscc, number_mask, phone_mask,
                                           name_cipher, number_cipher, number_index, phone_cipher,
                                           phone_index, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (number_index) DO NOTHING
                        """)
                .param(id)
                .param(natural ? "NATURAL" : "LEGAL")
                .param(registration.region().value())
                .param(natural ? Masks.name(registration.name()) : registration.name())
                .param(uscc)
                .param(number != null ? Masks.citizenNumber(number) : Objects.requireNonNull(uscc))
                .param(phone == null ? "" : Masks.phone(phone))
                .param(natural ? cipher.encrypt(registration.name(), place(id, "name")) : null)
                .param(number == null ? null : cipher.encrypt(number, place(id, "number")))
                .param(
                        number != null
                                ? index.of("citizen-number", number)
                                : index.of("uscc", Objects.requireNonNull(uscc)))
                .param(phone == null ? null : cipher.encrypt(phone, place(id, "phone")))
                .param(phone == null ? null : index.of("phone", phone))
                .param(at(now))
                .update();
        return findSame(registration).orElseThrow();
    }

    @Override
    public Optional<Party.Disclosed> disclose(String id) {
        return jdbc.sql(
                        """
                        SELECT shown_name, uscc, name_cipher, number_cipher, phone_cipher
                          FROM party WHERE id = ?
                        """)
                .param(id)
                .query(
                        (r, _) -> {
                            String name = open(r.getString("name_cipher"), id, "name");
                            return new Party.Disclosed(
                                    id,
                                    name == null ? r.getString("shown_name") : name,
                                    open(r.getString("number_cipher"), id, "number"),
                                    r.getString("uscc"),
                                    open(r.getString("phone_cipher"), id, "phone"));
                        })
                .optional();
    }

    @Override
    public void noteDisclosure(Disclosure disclosure) {
        jdbc.sql(
                        """
                        INSERT INTO disclosure (id, party, case_id, purpose, subject, client,
                                                department, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(disclosure.id())
                .param(disclosure.party())
                .param(disclosure.caseId())
                .param(disclosure.purpose())
                .param(disclosure.subject())
                .param(disclosure.client())
                .param(disclosure.department())
                .param(at(disclosure.at()))
                .update();
    }

    private @Nullable String open(@Nullable String stored, String id, String column) {
        return stored == null ? null : cipher.decrypt(stored, place(id, column));
    }

    private static String place(String id, String column) {
        return "party/" + id + "/" + column;
    }

    private static Party party(ResultSet r, int row) throws SQLException {
        RegionCode region = new RegionCode(r.getString("region"));
        return r.getString("kind").equals("NATURAL")
                ? new Party.NaturalPerson(
                        r.getString("id"),
                        region,
                        r.getString("shown_name"),
                        r.getString("number_mask"),
                        r.getString("phone_mask"))
                : new Party.LegalPerson(
                        r.getString("id"),
                        region,
                        r.getString("shown_name"),
                        r.getString("uscc"),
                        r.getString("phone_mask"));
    }
}
