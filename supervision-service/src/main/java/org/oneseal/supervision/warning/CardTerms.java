package org.oneseal.supervision.warning;

/**
 * The times of a card's loop, in working days.
 *
 * @param feedback to say what was put right (反馈期限)
 * @param appeal to appeal
 * @param review to decide an appeal
 */
public record CardTerms(int feedback, int appeal, int review) {

    /** What holds where a rule says nothing else. */
    public static final CardTerms USUAL = new CardTerms(3, 3, 5);

    public CardTerms {
        if (feedback < 1 || appeal < 1 || review < 1) {
            throw new IllegalArgumentException("terms begin at one working day");
        }
    }
}
