package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of another JVM, and what it spent its time on. */
public final class Profile {

    private static final int MOST = 25;
    private static final String NAME = "benchmark";

    private Profile() {}

    public static void start(long pid) throws IOException {
        jcmd(pid, "JFR.start", "name=" + NAME, "settings=profile");
    }

    public static void stop(long pid, Path file) throws IOException {
        jcmd(pid, "JFR.dump", "name=" + NAME, "filename=" + file);
        jcmd(pid, "JFR.stop", "name=" + NAME);
    }

    private static void jcmd(long pid, String... command) throws IOException {
        String java = System.getProperty("java.home");
        var call = new java.util.ArrayList<>(List.of(java + "/bin/jcmd", Long.toString(pid)));
        call.addAll(List.of(command));
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) throw new IOException(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Share of samples in which a part of the code was running, most first: methods of the project
     * wherever they stand in the stack, and packages at its top.
     */
    public static Map<String, Double> shares(Path recording) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (!event.getEventType().getName().equals("jdk.ExecutionSample")) continue;
                if (event.getStackTrace() == null) continue;
                samples++;
                for (String name : names(event.getStackTrace().getFrames())) {
                    found.merge(name, 1, Integer::sum);
                }
            }
        }
        double all = Math.max(1, samples);
        return found.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
                .limit(MOST)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue() / all,
                                (a, _) -> a,
                                LinkedHashMap::new));
    }

    private static List<String> names(List<RecordedFrame> frames) {
        List<String> names = new java.util.ArrayList<>();
        names.add("top: " + packageOf(frames.getFirst()));
        frames.stream()
                .filter(f -> f.getMethod().getType().getName().startsWith("org.oneseal."))
                .map(f -> f.getMethod().getType().getName() + "." + f.getMethod().getName())
                .filter(n -> !n.contains("$$") && !n.contains("lambda$"))
                .distinct()
                .forEach(names::add);
        return names;
    }

    private static String packageOf(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        String[] parts = type.split("\\.");
        return String.join(
                ".", List.of(parts).subList(0, Math.min(4, Math.max(1, parts.length - 1))));
    }
}
