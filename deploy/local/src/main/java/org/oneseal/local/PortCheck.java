package org.oneseal.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.oneseal.local.process.Trouble;

/** Finds out, before anything is started, whether a port is taken, and if possible by whom. */
final class PortCheck {

    private static final String LISTENING = "0A";

    private PortCheck() {}

    /** Throws one trouble that names every taken port. */
    static void allFree(Map<String, Integer> ports) {
        List<String> taken = new ArrayList<>();
        ports.forEach(
                (name, port) -> {
                    if (!isFree(port)) {
                        taken.add(
                                "Port %d (%s) is taken%s."
                                        .formatted(
                                                port,
                                                name,
                                                holder(port).map(who -> " by " + who).orElse("")));
                    }
                });
        if (!taken.isEmpty()) {
            throw new Trouble(
                    String.join("\n", taken)
                            + "\nEnd what holds it, or move all ports: deploy/up --port N");
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The process that listens on the port, as far as this user may see it. */
    static Optional<String> holder(int port) {
        return inode(port).flatMap(PortCheck::processOf);
    }

    private static Optional<String> inode(int port) {
        String suffix = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                Optional<String> inode =
                        lines.map(line -> line.strip().split("\\s+"))
                                .filter(row -> row.length > 9)
                                .filter(row -> row[1].endsWith(suffix) && row[3].equals(LISTENING))
                                .map(row -> row[9])
                                .findFirst();
                if (inode.isPresent()) {
                    return inode;
                }
            } catch (IOException _) {
                // A kernel without this table: the next one, or nobody, is told.
            }
        }
        return Optional.empty();
    }

    private static Optional<String> processOf(String inode) {
        String link = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), link))
                .findFirst()
                .map(process -> name(process.pid()) + " (pid " + process.pid() + ")");
    }

    private static boolean holds(long pid, String link) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(
                    descriptor -> {
                        try {
                            return Files.readSymbolicLink(descriptor).toString().equals(link);
                        } catch (IOException _) {
                            return false;
                        }
                    });
        } catch (IOException _) {
            return false;
        }
    }

    private static String name(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip();
        } catch (IOException _) {
            return "a process";
        }
    }
}
