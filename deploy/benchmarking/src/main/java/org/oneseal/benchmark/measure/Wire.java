package org.oneseal.benchmark.measure;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection, for one thread: the load generator shares two cores with the
 * platform, and a general client would take more of them than a service does.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private final byte[] buffer = new byte[16_384];
    private int position;
    private int limit;
    private @Nullable Socket socket;

    Wire(URI server) {
        this.server = server;
    }

    /** What came back. */
    record Answer(int status, @Nullable String etag, @Nullable String location, byte[] body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Calls; once more on a new connection if the kept one turns out to be closed.
     *
     * @param headers complete lines, each with its end
     */
    Answer call(String method, String path, String headers, byte @Nullable [] body)
            throws IOException {
        boolean kept = socket != null;
        try {
            return exchange(method, path, headers, body);
        } catch (IOException e) {
            close();
            if (!kept) throw e;
            return exchange(method, path, headers, body);
        }
    }

    private Answer exchange(String method, String path, String headers, byte @Nullable [] body)
            throws IOException {
        Socket open = open();
        var head =
                new StringBuilder(1_600)
                        .append(method)
                        .append(' ')
                        .append(path)
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(server.getAuthority())
                        .append("\r\nAccept: application/json\r\n")
                        .append(headers);
        if (body != null) head.append("Content-Type: application/json\r\n");
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body == null ? 0 : body.length).append("\r\n");
        }
        head.append("\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = first;
        if (body != null) {
            whole = java.util.Arrays.copyOf(first, first.length + body.length);
            System.arraycopy(body, 0, whole, first.length, body.length);
        }
        open.getOutputStream().write(whole);
        return answer(open.getInputStream());
    }

    private Answer answer(InputStream in) throws IOException {
        String status = line(in);
        int code = Integer.parseInt(status.substring(9, 12));
        String etag = null;
        String location = null;
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line; !(line = line(in)).isEmpty(); ) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "etag" -> etag = value;
                case "location" -> location = value;
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks(in) : bytes(in, length);
        if (last) close();
        return new Answer(code, etag, location, body);
    }

    private byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        while (true) {
            String size = line(in);
            int extension = size.indexOf(';');
            int length =
                    Integer.parseInt(
                            (extension < 0 ? size : size.substring(0, extension)).strip(), 16);
            if (length == 0) {
                while (!line(in).isEmpty()) {
                    // trailers say nothing to us
                }
                return whole.toByteArray();
            }
            whole.write(bytes(in, length));
            line(in);
        }
    }

    private byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            if (position == limit) fill(in);
            int some = Math.min(length - read, limit - position);
            System.arraycopy(buffer, position, bytes, read, some);
            position += some;
            read += some;
        }
        return bytes;
    }

    private String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            if (position == limit) fill(in);
            byte b = buffer[position++];
            if (b == '\n') return line.toString();
            if (b != '\r') line.append((char) (b & 0xff));
        }
    }

    private void fill(InputStream in) throws IOException {
        int read = in.read(buffer);
        if (read < 0) throw new EOFException("closed by " + server);
        position = 0;
        limit = read;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
            position = 0;
            limit = 0;
            socket = open;
        }
        return open;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open == null) return;
        try {
            open.close();
        } catch (IOException e) {
            // it was of no more use
        }
    }
}
