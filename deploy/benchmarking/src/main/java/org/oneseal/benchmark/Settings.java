package org.oneseal.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.oneseal.local.process.Trouble;

/**
 * What is asked for on the command line.
 *
 * @param sizes numbers of cases at which everything is measured, rising
 * @param loadFor what is not loaded by then is not loaded: measured is what is there
 * @param lifecycles so many while processes are killed
 * @param kills how many processes are killed, 0 for none
 * @param keep what an earlier benchmark has loaded
 */
record Settings(
        Path checkout,
        Path state,
        Path cache,
        List<Long> sizes,
        Duration measure,
        Duration loadFor,
        int lifecycles,
        int kills,
        int clients,
        int port,
        boolean profile,
        boolean keep,
        boolean append) {

    private static final List<Long> SHORT = List.of(10_000L);
    private static final List<Long> SIZE = List.of(10_000L, 1_000_000L);
    private static final int LIFECYCLES = 10_000;
    private static final int KILLS = 50;

    static Settings of(String... args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        Path checkout = Path.of(rest.removeFirst());
        Path state = Path.of(rest.removeFirst());
        Path cache = Path.of(rest.removeFirst());
        List<Long> sizes = SHORT;
        Duration measure = Duration.ofSeconds(30);
        Duration loadFor = Duration.ofHours(2);
        int lifecycles = LIFECYCLES;
        int kills = 0;
        int clients = 32;
        int port = 18080;
        boolean profile = false;
        boolean keep = false;
        boolean append = true;
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--suite" -> {
                    String suite = value(option, rest);
                    sizes = suite(suite);
                    kills = suite.equals("short") ? 0 : KILLS;
                }
                case "--lifecycles" -> lifecycles = number(option, value(option, rest));
                case "--kills" -> kills = number(option, value(option, rest));
                case "--cases" ->
                        sizes =
                                Arrays.stream(value(option, rest).split(","))
                                        .map(n -> (long) number(option, n))
                                        .sorted()
                                        .toList();
                case "--seconds" ->
                        measure = Duration.ofSeconds(number(option, value(option, rest)));
                case "--load-minutes" ->
                        loadFor = Duration.ofMinutes(number(option, value(option, rest)));
                case "--clients" -> clients = number(option, value(option, rest));
                case "--port" -> port = number(option, value(option, rest));
                case "--profile" -> profile = true;
                case "--keep" -> keep = true;
                case "--dry" -> append = false;
                default -> throw new Trouble("Unknown option " + option);
            }
        }
        return new Settings(
                checkout,
                state,
                cache,
                sizes,
                measure,
                loadFor,
                lifecycles,
                kills,
                clients,
                port,
                profile,
                keep,
                append);
    }

    private static List<Long> suite(String name) {
        return switch (name) {
            case "short" -> SHORT;
            case "size" -> SIZE;
            case "faults" -> List.of();
            default -> throw new Trouble("No suite " + name + ": short, size or faults");
        };
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null) throw new Trouble(option + " needs a value");
        return value;
    }

    private static int number(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number < 1) throw new NumberFormatException();
            return number;
        } catch (NumberFormatException e) {
            throw new Trouble(option + " needs a positive number, not " + text, e);
        }
    }
}
