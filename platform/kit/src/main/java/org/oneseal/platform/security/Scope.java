package org.oneseal.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/**
 * How far a caller sees (数据范围): a predicate that becomes part of every query, never a filter over
 * its result. What lies outside does not exist for the caller.
 */
public sealed interface Scope {

    /** Everything: platform operators and auditors without a region. */
    record Everywhere() implements Scope {}

    /** A region and all that lies in it. */
    record WithinRegion(RegionCode region) implements Scope {}

    /** One department of a region. */
    record OfDepartment(RegionCode region, String department) implements Scope {}

    /** What belongs to one party. */
    record OfParty(String party) implements Scope {}

    /** Nothing at all. */
    record Nothing() implements Scope {}

    /**
     * The widest scope the caller's roles give: operators and auditors see their region or
     * everything, supervisors, catalog editors, credit officers and market operators their region,
     * officers their department, everybody else what is their own.
     */
    static Scope of(Caller caller) {
        RegionCode region = caller.region();
        if (caller.has(Role.PLATFORM_OPERATOR) || caller.has(Role.AUDITOR)) {
            return region == null ? new Everywhere() : new WithinRegion(region);
        }
        boolean regional =
                caller.has(Role.SUPERVISOR)
                        || caller.has(Role.CATALOG_EDITOR)
                        || caller.has(Role.CREDIT_OFFICER)
                        || caller.has(Role.MARKET_OPERATOR)
                        || caller.has(Role.HOTLINE_AGENT);
        if (regional && region != null) return new WithinRegion(region);
        boolean officer =
                caller.has(Role.WINDOW_CLERK)
                        || caller.has(Role.CASE_OFFICER)
                        || caller.has(Role.CHIEF_APPROVER);
        String department = caller.department();
        if (officer && region != null && department != null) {
            return new OfDepartment(region, department);
        }
        String party = caller.party();
        return party == null ? new Nothing() : new OfParty(party);
    }

    /** This scope as SQL over the standard columns of the table with the alias. */
    default Predicate sql(String alias) {
        return sql(Columns.of(alias));
    }

    /** This scope as SQL over the given columns. */
    default Predicate sql(Columns columns) {
        return switch (this) {
            case Everywhere _ -> new Predicate("true", Map.of());
            case Nothing _ -> new Predicate("false", Map.of());
            case WithinRegion(var region) -> {
                Map<String, Object> parameters = new LinkedHashMap<>();
                yield new Predicate(within(columns, region, parameters), parameters);
            }
            case OfDepartment(var region, var department) -> {
                Map<String, Object> parameters = new LinkedHashMap<>();
                parameters.put("scopeDepartment", department);
                // A department lies in its region. The planner would multiply the two, expect
                // almost nothing and sort what an index has in order: the region is asked of
                // each row.
                yield new Predicate(
                        "CASE WHEN "
                                + within(columns, region, parameters)
                                + " THEN true ELSE false END AND "
                                + columns.department()
                                + " = :scopeDepartment",
                        parameters);
            }
            case OfParty(var party) ->
                    new Predicate(columns.party() + " = :scopeParty", Map.of("scopeParty", party));
        };
    }

    private static String within(
            Columns columns, RegionCode region, Map<String, Object> parameters) {
        if (region.level() == RegionLevel.NATION) return "true";
        parameters.put("scopeRegion", region.prefix());
        return columns.of(region.level()) + " = :scopeRegion";
    }

    /**
     * SQL with named parameters {@code scope…}, for {@code JdbcClient}.
     *
     * @param sql a condition, to be joined by AND
     */
    record Predicate(String sql, Map<String, Object> parameters) {}

    /** The indexed columns that a scope is compiled over. */
    record Columns(
            String province,
            String city,
            String county,
            String town,
            String village,
            String department,
            String party) {

        /** {@code alias.province} and so on; an empty alias names the columns alone. */
        public static Columns of(String alias) {
            String dot = alias.isEmpty() ? "" : alias + ".";
            return new Columns(
                    dot + "province",
                    dot + "city",
                    dot + "county",
                    dot + "town",
                    dot + "village",
                    dot + "department",
                    dot + "party");
        }

        String of(RegionLevel level) {
            return switch (level) {
                case NATION -> throw new IllegalArgumentException("the nation has no column");
                case PROVINCE -> province;
                case CITY -> city;
                case COUNTY -> county;
                case TOWN -> town;
                case VILLAGE -> village;
            };
        }
    }
}
