package org.oneseal.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarksTest {

    @TempDir Path folder;

    private final Process process = sleeper();

    @AfterEach
    void endTheProcess() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void aNotedProcessIsFoundAgainAndEnded() throws InterruptedException {
        ProcessMarks marks = new ProcessMarks(folder);
        marks.put("sleeper", ProcessMark.of(process.pid()).orElseThrow());

        assertThat(marks.living()).containsOnlyKeys("sleeper");
        assertThat(marks.clear(Duration.ofSeconds(5))).containsExactly("sleeper");
        // The JDK hears of the end a moment later.
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aForeignProcessThatGotTheNumberLaterIsNeverTouched() {
        ProcessMark mark = ProcessMark.of(process.pid()).orElseThrow();
        ProcessMarks marks = new ProcessMarks(folder);
        marks.put("earlier", new ProcessMark(mark.pid(), mark.started() - 1, mark.boot()));
        marks.put("before-reboot", new ProcessMark(mark.pid(), mark.started(), "another boot"));

        assertThat(marks.living()).isEmpty();
        assertThat(marks.clear(Duration.ofSeconds(1))).isEmpty();
        assertThat(process.isAlive()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProcessThatDoesNotListenIsEndedByForce() throws Exception {
        Process deaf =
                new ProcessBuilder(
                                "sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done")
                        .start();
        assertThat(deaf.inputReader().readLine()).isEqualTo("ready");
        ProcessMarks marks = new ProcessMarks(folder);
        marks.put("deaf", ProcessMark.of(deaf.pid()).orElseThrow());

        assertThat(marks.clear(Duration.ofMillis(200))).containsExactly("deaf");
        // The JDK hears of the end a moment later.
        assertThat(deaf.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void damagedMarksAreForgotten() throws IOException {
        Files.writeString(folder.resolve("a.pid"), "");
        Files.writeString(folder.resolve("b.pid"), "12 x y");

        assertThat(new ProcessMarks(folder).clear(Duration.ofSeconds(1))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMarkIsReadAsItWasWritten() {
        ProcessMark mark = ProcessMark.ofThisProcess();

        assertThat(ProcessMark.parse(mark.line())).contains(mark);
        assertThat(mark.alive()).isTrue();
    }

    @Test
    void anUnexpectedEndIsToldAndAWantedOneIsNot() throws InterruptedException {
        List<String> deaths = new java.util.concurrent.CopyOnWriteArrayList<>();
        var told = new java.util.concurrent.CountDownLatch(1);
        ProcessMarks marks = new ProcessMarks(folder.resolve("run"));
        Child stopped =
                Child.start(
                        launch("stopped", "sleep 60"), marks, child -> deaths.add(child.name()));
        stopped.stop(Duration.ofSeconds(5));
        Child died =
                Child.start(
                        launch("died", "echo last words; exit 3"),
                        marks,
                        child -> {
                            deaths.add(child.name());
                            told.countDown();
                        });

        assertThat(told.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(deaths).containsExactly("died");
        assertThat(died.exitCode()).isEqualTo(3);
        assertThat(died.endOfLog(5)).containsExactly("last words");
    }

    private Child.Launch launch(String name, String script) {
        return new Child.Launch(
                name,
                List.of(),
                List.of("sh", "-c", script),
                java.util.Map.of(),
                folder,
                folder.resolve(name + ".log"),
                "TERM",
                "KILL");
    }

    private static Process sleeper() {
        try {
            return new ProcessBuilder("sleep", "60").start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
