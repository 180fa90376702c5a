package org.oneseal.platform.worktime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is due (到期).
 *
 * @param day the last day, Asia/Shanghai
 * @param at close of business of that day, or the moment itself for office hours and declared dues
 * @param provisional whether it rests on a year without a decree and may still move
 */
public record Due(LocalDate day, Instant at, boolean provisional) {

    static Due earlier(Due a, Due b) {
        return b.at().isBefore(a.at()) ? b : a;
    }
}
