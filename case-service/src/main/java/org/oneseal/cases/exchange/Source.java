package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * A department's own system that feeds cases (数据源), and what it may speak for.
 *
 * @param code part of its topic's name
 * @param departments ours, with the names that the source uses for them
 * @param items codes it may name; empty where it only declares due dates
 * @param instantsOnly whether its due dates are exact instants, without working days
 * @param reportsAcceptance whether it tells when a case is accepted; otherwise receipt is
 *     acceptance
 * @param quotaPerMinute messages it may send a minute
 * @param patienceMinutes how long a message may wait for its predecessor before it is reported
 * @param clientId of its service account
 */
public record Source(
        String code,
        String nameZh,
        String nameEn,
        RegionCode region,
        List<Department> departments,
        List<String> items,
        boolean instantsOnly,
        boolean reportsAcceptance,
        int quotaPerMinute,
        int patienceMinutes,
        String clientId) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,30}");
    private static final Pattern DEPARTMENT = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LARGEST_QUOTA = 10_000_000;
    private static final int LONGEST_NAME = 100;
    private static final int DAYS = 60 * 24;

    public Source {
        departments = List.copyOf(departments);
        items = List.copyOf(items);
    }

    /** A department of ours and what the source calls it; our code itself is always understood. */
    public record Department(String code, List<String> names) {
        public Department {
            names = List.copyOf(names);
        }
    }

    /** Whether this may be the code of a source. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Our department by the source's word; one that has a single department need not name it. */
    public Optional<String> department(@Nullable String told) {
        if (told == null) {
            return departments.size() == 1
                    ? Optional.of(departments.getFirst().code())
                    : Optional.empty();
        }
        return departments.stream()
                .filter(d -> d.code().equals(told) || d.names().contains(told))
                .map(Department::code)
                .findFirst();
    }

    /** Everything that is wrong with a registration. */
    public List<Objection> objections() {
        List<Objection> found = new ArrayList<>();
        if (!isCode(code)) found.add(of("source-code-malformed").at("/code"));
        named(nameZh, "/name/zh", found);
        named(nameEn, "/name/en", found);
        if (departments.isEmpty()) found.add(of("source-departments-missing").at("/departments"));
        Set<String> words = new HashSet<>();
        for (int i = 0; i < departments.size(); i++) {
            String at = "/departments/" + i;
            Department department = departments.get(i);
            if (!DEPARTMENT.matcher(department.code()).matches()) {
                found.add(of("source-department-malformed", department.code()).at(at + "/code"));
            }
            if (!words.add(department.code())) {
                found.add(of("source-department-twice", department.code()).at(at));
            }
            for (String name : department.names()) {
                if (name.isBlank() || name.length() > LONGEST_NAME || unstorable(name)) {
                    found.add(of("source-department-malformed", name).at(at + "/names"));
                } else if (!name.equals(department.code()) && !words.add(name)) {
                    found.add(of("source-department-twice", name).at(at + "/names"));
                }
            }
        }
        if (instantsOnly && !items.isEmpty()) {
            found.add(of("source-items-need-working-days").at("/items"));
        }
        if (items.stream().anyMatch(i -> !i.matches("[0-9A-Za-z]{1,40}"))) {
            found.add(of("source-item-malformed").at("/items"));
        }
        if (quotaPerMinute < 1 || quotaPerMinute > LARGEST_QUOTA) {
            found.add(of("source-quota-range", LARGEST_QUOTA).at("/quotaPerMinute"));
        }
        if (patienceMinutes < 1 || patienceMinutes > 60 * DAYS) {
            found.add(of("source-patience-range", 60 * DAYS).at("/patienceMinutes"));
        }
        if (!CLIENT.matcher(clientId).matches()) {
            found.add(of("source-client-malformed").at("/clientId"));
        }
        return found;
    }

    private static void named(String name, String at, List<Objection> found) {
        if (name.isBlank() || name.length() > LONGEST_NAME || unstorable(name)) {
            found.add(of("source-name-missing").at(at));
        }
    }

    private static boolean unstorable(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
