package org.oneseal.local;

/** Where the launcher tells what it does, line by line. */
public interface Console {

    void say(String line);

    static Console silent() {
        return _ -> {};
    }

    static Console printing() {
        return line -> {
            System.out.println(line);
            System.out.flush();
        };
    }
}
