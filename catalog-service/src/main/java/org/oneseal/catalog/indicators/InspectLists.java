package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.indicators.ClaimedMatter.State;
import org.oneseal.catalog.registers.BasicMatter;
import org.oneseal.catalog.registers.MatterClaim;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.standing.StandingEntries;
import org.oneseal.catalog.standing.StandingEntries.Said;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inspects the lists of a county or of one body: what should be handled, what is claimed, what is
 * published, and how much is said of it. Reads all of it, so not for whole provinces.
 */
@Component
public class InspectLists {

    private static final int PAGE = 200;

    private final Departments departments;
    private final Registers registers;
    private final StandingEntries entries;
    private final InspectionRuleBook ruleBook;

    InspectLists(
            Departments departments,
            Registers registers,
            StandingEntries entries,
            InspectionRuleBook ruleBook) {
        this.departments = departments;
        this.registers = registers;
        this.entries = entries;
        this.ruleBook = ruleBook;
    }

    /**
     * Inspects.
     *
     * @param department code of the body, null for all of the region
     * @param itemType only matters and entries of this type, null for all
     */
    @Transactional(readOnly = true)
    public Inspection inspect(
            RegionCode within,
            @Nullable String department,
            @Nullable String itemType,
            LocalDate day) {
        InspectionRules rules = ruleBook.on(within, day);
        List<Said> said = said(within, department, itemType, day);
        Map<String, String> published = new HashMap<>();
        for (Said entry : said) {
            published.put(MatterClaim.key(entry.department(), entry.matter()), entry.code());
        }
        List<ClaimedMatter> matters =
                matters(within, department, itemType, published).stream()
                        .filter(m -> !rules.declinedLeftOut() || m.state() != State.DECLINED)
                        .toList();
        return new Inspection(
                matters, said.stream().map(entry -> Detail.of(entry, rules)).toList());
    }

    private List<Said> said(
            RegionCode within,
            @Nullable String department,
            @Nullable String itemType,
            LocalDate day) {
        Set<String> types = itemType == null ? BasicMatter.types() : Set.of(itemType);
        StandingEntries.Query query =
                new StandingEntries.Query(within, department, day, List.copyOf(types), false);
        List<Said> all = new ArrayList<>();
        List<Said> page;
        do {
            page = entries.said(query, all.isEmpty() ? "" : all.getLast().code(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private List<ClaimedMatter> matters(
            RegionCode within,
            @Nullable String department,
            @Nullable String itemType,
            Map<String, String> published) {
        List<RegisterEntry> listed =
                registers.within(Register.BASIC_DIRECTORY, RegionCode.NATION).stream()
                        .filter(m -> itemType == null || type(m).equals(itemType))
                        .toList();
        Map<String, MatterClaim> claims = new HashMap<>();
        for (RegisterEntry claim : registers.within(Register.CLAIMS, within)) {
            claims.put(claim.key(), claim.said(MatterClaim.class));
        }
        List<ClaimedMatter> matters = new ArrayList<>();
        for (Department body : bodies(within, department)) {
            for (RegisterEntry matter : listed) {
                if (!matter.region().contains(body.region())) continue;
                String key = MatterClaim.key(body.code(), matter.key());
                ClaimedMatter found = claimed(body, matter, claims.get(key), published.get(key));
                if (found != null) matters.add(found);
            }
        }
        return matters;
    }

    private static String type(RegisterEntry matter) {
        return matter.said(BasicMatter.class).itemType();
    }

    /** The matter as the body has it; null where it is none of the body's. */
    private static @Nullable ClaimedMatter claimed(
            Department body,
            RegisterEntry listed,
            @Nullable MatterClaim claim,
            @Nullable String entry) {
        BasicMatter matter = listed.said(BasicMatter.class);
        boolean its = matter.isFor(body.name(), body.region()) || claim != null || entry != null;
        if (!its) return null;
        State state = state(claim, entry);
        return new ClaimedMatter(
                body.code(),
                listed.key(),
                matter.name(),
                matter.itemType(),
                state,
                claim == null || state != State.DECLINED ? null : claim.reason(),
                entry);
    }

    /** Who has published an entry has claimed the matter, whatever was said. */
    private static State state(@Nullable MatterClaim claim, @Nullable String entry) {
        if (entry != null) return State.FILLED;
        if (claim == null) return State.UNCLAIMED;
        return claim.claimed() ? State.CLAIMED : State.DECLINED;
    }

    private List<Department> bodies(RegionCode within, @Nullable String department) {
        if (department != null) return departments.find(department).stream().toList();
        List<Department> all = new ArrayList<>();
        List<Department> page;
        do {
            page = departments.list(within, all.isEmpty() ? "" : all.getLast().code(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
