package org.oneseal.cases.handling;

import java.time.LocalDate;

/** Numbers people see. Unique; gaps are allowed. */
public interface CaseNumbers {

    /**
     * Makes sure that there are numbers at hand. Call it before the transaction begins: a number
     * taken within one may hold up every other submission of the item until the commit.
     */
    void atHand(String itemCode, LocalDate day);

    /** Item code, day, and a sequence of four digits, six when the day has more (办件编号). */
    String caseNumber(String itemCode, LocalDate day);

    /** What the applicant types to look the case up; random, useless without the password. */
    String queryNumber();

    /** Serial for decisions and certificates of a year. */
    long serial();
}
