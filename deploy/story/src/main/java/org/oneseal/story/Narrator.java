package org.oneseal.story;

import java.io.PrintStream;

/** Tells the story as it happens. */
public final class Narrator {

    private final PrintStream out;
    private int chapter;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.printf("%n%d. %s%n", ++chapter, title);
    }

    public void say(String text, Object... values) {
        out.println("   " + (values.length == 0 ? text : text.formatted(values)));
    }

    /** A line that belongs to the one before. */
    public void detail(String text, Object... values) {
        out.println("      " + (values.length == 0 ? text : text.formatted(values)));
    }
}
