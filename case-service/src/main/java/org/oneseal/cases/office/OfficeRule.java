package org.oneseal.cases.office;

/**
 * A number that a region has ruled for its offices, and on what ground. What the law limits is a
 * {@link org.oneseal.cases.limits.TimeRule}.
 *
 * @param amount in the unit of its kind
 */
public record OfficeRule(int amount, String ground) {

    /** What it is for. */
    public enum Kind {
        /** How many days one may be stood in for at most (代班). */
        SUBSTITUTION_AT_MOST(Unit.DAY, 1, 3650),
        /** How many days after the last change a draft is kept (草稿保存). */
        DRAFT_KEPT(Unit.DAY, 1, 3650),
        /**
         * From how much of the other task's work a window on, in percent, a window is proposed to
         * be moved (窗口动态调整): more than 200 is more than twice.
         */
        WINDOW_LOAD(Unit.PERCENT, 100, 10_000);

        private final Unit unit;
        private final int least;
        private final int most;

        Kind(Unit unit, int least, int most) {
            this.unit = unit;
            this.least = least;
            this.most = most;
        }

        public Unit unit() {
            return unit;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }

        public boolean admits(int amount) {
            return least <= amount && amount <= most;
        }
    }

    /** What an amount is counted in. */
    public enum Unit {
        /** 24 hours. */
        DAY,
        PERCENT
    }
}
