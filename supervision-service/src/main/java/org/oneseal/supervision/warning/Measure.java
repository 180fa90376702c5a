package org.oneseal.supervision.warning;

/** What a rule measures on a watch. */
public enum Measure {
    /** Time left until the promised due date falls to the amount. */
    REMAINING,
    /** The promised due date is over by the amount; zero means at once. */
    PROMISE_OVERDUE,
    /** The statutory due date is over by the amount. */
    STATUTE_OVERDUE,
    /** A due date that its source declared as an instant has passed. */
    DECLARED_PAST,
    /** It happened: what is watched is wrong in itself. */
    OCCURRED,
    /** A yellow card of this kind was not answered by its feedback deadline. */
    UNANSWERED,
    /** Nothing: a supervisor draws it for what no clock shows. */
    MANUAL;

    /** Whether it lies on a watch's way. */
    public boolean isOnCourse() {
        return this != UNANSWERED && this != MANUAL;
    }
}
