package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.story.Desk;

/** Case lists as each privilege level sees them: three orders, open ones and all, two pages. */
public final class Lists {

    private static final List<String> ORDERS = List.of("DUE", "RECEIVED", "NUMBER");
    private static final int WARM = 3;
    private static final int TIMES = 40;

    private final URI gateway;
    private final Staff staff;

    public Lists(URI gateway, Staff staff) {
        this.gateway = gateway;
        this.staff = staff;
    }

    /** Who looks. */
    public record Level(String name, Desk.Person person) {}

    /**
     * How long one kind of list takes at one level.
     *
     * @param rows of the first page
     */
    public record Result(String level, String order, boolean open, int rows, Latencies latencies) {}

    public List<Result> run(List<Level> levels) throws IOException {
        List<Result> results = new ArrayList<>();
        try (Wire wire = new Wire(gateway)) {
            for (Level level : levels) {
                for (String order : ORDERS) {
                    for (boolean open : new boolean[] {true, false}) {
                        results.add(one(wire, level, order, open));
                    }
                }
            }
        }
        return results;
    }

    private Result one(Wire wire, Level level, String order, boolean open) throws IOException {
        Latencies latencies = new Latencies();
        String first = "/api/v1/cases?limit=50&order=" + order + (open ? "&open=true" : "");
        int rows = 0;
        for (int i = -WARM; i < TIMES; i++) {
            String path = first;
            for (int page = 0; page < 2; page++) {
                long begin = System.nanoTime();
                Wire.Answer answer = wire.call("GET", path, staff.header(level.person()), null);
                long took = System.nanoTime() - begin;
                if (i >= 0) {
                    if (answer.ok()) latencies.took(took);
                    else latencies.refused();
                }
                String text = answer.text();
                if (page == 0) rows = count(text);
                String next = next(text);
                if (next.isEmpty()) break;
                path = first + "&cursor=" + next;
            }
        }
        return new Result(level.name(), order, open, rows, latencies);
    }

    private static int count(String page) {
        int count = 0;
        for (int at = 0; (at = page.indexOf("\"caseNumber\":", at)) >= 0; at++) count++;
        return count;
    }

    private static String next(String page) {
        String name = "\"next\":\"";
        int at = page.lastIndexOf(name);
        return at < 0
                ? ""
                : page.substring(at + name.length(), page.indexOf('"', at + name.length()));
    }
}
