package org.oneseal.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that knows none of the recipients: 550 to each. */
final class RefusingSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger mails = new AtomicInteger();

    RefusingSmtp(int port) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::serve);
    }

    int mails() {
        return mails.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // closed, or the client went away
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 test\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb =
                    line.length() < 4
                            ? line
                            : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "RCPT" -> {
                    mails.incrementAndGet();
                    out.print("550 5.1.1 unknown\r\n");
                }
                case "QUIT" -> out.print("221 bye\r\n");
                default -> out.print("250 ok\r\n");
            }
            out.flush();
            if (verb.equals("QUIT")) return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
