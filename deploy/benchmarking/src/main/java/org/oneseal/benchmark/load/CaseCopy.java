package org.oneseal.benchmark.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;

/** One case to be written: all in which it differs from its prototype. */
final class CaseCopy {

    final String id;
    final String number;
    final String queryNumber;
    final String party;
    final RegionCode region;
    final String department;
    final long serial;
    final String certificate;
    final String certificateNumber;
    final String verifyCode;
    final String verifyHash;
    private final Instant receivedAt;
    private final Duration moved;
    private final LocalDate day;
    private final WorkCalendar calendar;
    private final Map<String, String> others = new HashMap<>();
    private String head = "";

    CaseCopy(
            String id,
            String number,
            String queryNumber,
            String party,
            RegionCode region,
            String department,
            long serial,
            String certificate,
            String certificateNumber,
            String verifyCode,
            String verifyHash,
            Instant receivedAt,
            Duration moved,
            WorkCalendar calendar) {
        this.id = id;
        this.number = number;
        this.queryNumber = queryNumber;
        this.party = party;
        this.region = region;
        this.department = department;
        this.serial = serial;
        this.certificate = certificate;
        this.certificateNumber = certificateNumber;
        this.verifyCode = verifyCode;
        this.verifyHash = verifyHash;
        this.receivedAt = receivedAt;
        this.moved = moved;
        this.day = LocalDate.ofInstant(receivedAt, WorkCalendar.ZONE);
        this.calendar = calendar;
    }

    /** End of the evidence chain, once it has been computed. */
    String head() {
        if (head.isEmpty()) throw new IllegalStateException("chain of " + id + " not computed yet");
        return head;
    }

    void chained(String last) {
        head = last;
    }

    /** Something that happened, as long after the receipt as in the prototype. */
    Instant happened(Instant inPrototype) {
        return inPrototype.plus(moved);
    }

    /**
     * Something due so many working days after the day of the receipt.
     *
     * @param beyond calendar days after that working day
     */
    Instant due(int workdays, long beyond, LocalTime time) {
        return calendar.plusWorkdays(day, workdays)
                .plusDays(beyond)
                .atTime(time)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    LocalDate day() {
        return day;
    }

    /** An id of the copy's own in the place of one that the prototype has. */
    String other(String idInPrototype) {
        return others.computeIfAbsent(
                idInPrototype, _ -> Identifiers.next(id.substring(0, 6), receivedAt));
    }
}
