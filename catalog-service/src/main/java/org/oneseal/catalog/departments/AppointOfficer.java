package org.oneseal.catalog.departments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.oneseal.catalog.departments.OfficerOutcome.Appointed;
import org.oneseal.catalog.departments.OfficerOutcome.Objected;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appoints an officer of a department and queues the account. Roles of the platform itself
 * (operator, auditor, systems) are not given here.
 */
@Component
public class AppointOfficer {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final Set<Role> OFFICES =
            Set.of(
                    Role.WINDOW_CLERK,
                    Role.CASE_OFFICER,
                    Role.CHIEF_APPROVER,
                    Role.CATALOG_EDITOR,
                    Role.SUPERVISOR,
                    Role.HOTLINE_AGENT,
                    Role.CREDIT_OFFICER,
                    Role.MARKET_OPERATOR);

    private final Officers officers;
    private final ProvisioningQueue queue;

    AppointOfficer(Officers officers, ProvisioningQueue queue) {
        this.officers = officers;
        this.queue = queue;
    }

    @Transactional
    public OfficerOutcome appoint(
            Department department, String username, String name, String roleName, Instant now) {
        List<Objection> objections = new ArrayList<>();
        Optional<Role> role = office(roleName);
        if (role.isEmpty()) {
            objections.add(Objection.of("officer-role-unknown", roleName).at("/role"));
        }
        if (!USERNAME.matcher(username).matches()) {
            objections.add(Objection.of("username-invalid", username).at("/username"));
        } else if (officers.find(username).isPresent()) {
            objections.add(Objection.of("username-taken", username).at("/username"));
        }
        if (name.isBlank()) objections.add(Objection.of("officer-name-missing").at("/name"));
        if (!objections.isEmpty()) return new Objected(objections);
        Officer officer =
                new Officer(
                        username,
                        name.strip(),
                        role.orElseThrow(),
                        department.code(),
                        department.region());
        ProvisioningTask account = ProvisioningTask.ofOfficer(officer, now);
        officers.add(officer);
        queue.add(account);
        return new Appointed(officer, account);
    }

    private static Optional<Role> office(String realmName) {
        return OFFICES.stream().filter(role -> role.realmName().equals(realmName)).findFirst();
    }
}
