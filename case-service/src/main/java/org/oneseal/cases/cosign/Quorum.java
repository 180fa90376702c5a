package org.oneseal.cases.cosign;

/**
 * How many of those asked must agree (会签规则): all, any one, or a part, rounded up.
 *
 * @param of counted in this many parts
 */
public record Quorum(int parts, int of) {

    public static final Quorum ALL = new Quorum(1, 1);

    /** One of however many. */
    public static final Quorum ANY = new Quorum(0, 1);

    /** Whether it says anything: more than nothing and at most all. */
    public boolean meaningful() {
        return equals(ANY) || (parts > 0 && of > 0 && parts <= of);
    }

    public int needed(int signers) {
        return equals(ANY) ? 1 : Math.ceilDivExact(Math.multiplyExact(parts, signers), of);
    }
}
