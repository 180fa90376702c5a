package org.oneseal.cases.papers;

/** What the layout must know of the letters it sets. */
public interface Typeface {

    /** How wide a letter is, in ems. */
    double width(int codePoint);

    /** Whether it has the letter; what it lacks is set as 〓, never left out silently. */
    boolean has(int codePoint);
}
