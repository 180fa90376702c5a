package org.oneseal.catalog.departments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.oneseal.catalog.departments.DepartmentOutcome.Objected;
import org.oneseal.catalog.departments.DepartmentOutcome.Registered;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers a department, announces it and queues its group at the identity provider. */
@Component
public class RegisterDepartment {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}-[A-Z0-9]{2,12}");

    private final Departments departments;
    private final Regions regions;
    private final DepartmentAnnouncements announcements;
    private final ProvisioningQueue queue;

    RegisterDepartment(
            Departments departments,
            Regions regions,
            DepartmentAnnouncements announcements,
            ProvisioningQueue queue) {
        this.departments = departments;
        this.regions = regions;
        this.announcements = announcements;
        this.queue = queue;
    }

    @Transactional
    public DepartmentOutcome register(DepartmentCommand command, Instant now) {
        RegionCode region = listed(command.region()).orElse(null);
        List<Objection> objections = objections(command, region);
        if (region == null || !objections.isEmpty()) return new Objected(objections);
        Department department =
                new Department(
                        command.code(),
                        command.name().strip(),
                        new UnifiedSocialCreditCode(command.uscc()),
                        region,
                        command.parent(),
                        command.madeUp(),
                        1);
        departments.add(department);
        queue.add(ProvisioningTask.ofDepartment(department, now));
        announcements.registered(List.of(department), now);
        return new Registered(department);
    }

    private Optional<RegionCode> listed(String region) {
        return RegionCode.isValid(region)
                ? regions.find(new RegionCode(region)).map(Region::code)
                : Optional.empty();
    }

    /** What stands against it; where the region is not known, what does so anywhere. */
    private List<Objection> objections(DepartmentCommand command, @Nullable RegionCode region) {
        List<Objection> objections = new ArrayList<>();
        String start = region == null ? "" : region.value().substring(0, 6);
        if (!CODE.matcher(command.code()).matches() || !command.code().startsWith(start)) {
            objections.add(
                    Objection.of("department-code-invalid", command.code(), command.region())
                            .at("/code"));
        } else if (departments.find(command.code()).isPresent()) {
            objections.add(Objection.of("department-code-taken", command.code()).at("/code"));
        }
        if (command.name().isBlank()) {
            objections.add(Objection.of("department-name-missing").at("/name"));
        } else if (region != null
                && departments.named(region, command.name().strip()).isPresent()) {
            objections.add(
                    Objection.of("department-name-taken", command.name().strip()).at("/name"));
        }
        if (!UnifiedSocialCreditCode.isValid(command.uscc())) {
            objections.add(
                    Objection.of("uscc-invalid", command.uscc())
                            .withGround("GB 32100-2015")
                            .at("/uscc"));
        } else if (departments.creditCodeTaken(command.uscc(), command.code())) {
            objections.add(Objection.of("uscc-taken", command.uscc()).at("/uscc"));
        }
        if (region == null) {
            objections.add(Objection.of("region-unknown", command.region()).at("/region"));
        }
        String parent = command.parent();
        if (parent != null && departments.find(parent).isEmpty()) {
            objections.add(Objection.of("department-unknown", parent).at("/parent"));
        }
        return objections;
    }
}
