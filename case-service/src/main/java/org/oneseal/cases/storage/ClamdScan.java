package org.oneseal.cases.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.oneseal.cases.documents.VirusScan;
import org.oneseal.platform.web.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a clamd over TCP (INSTREAM) when one is set up with {@code host:port}; says so when none is,
 * and lets nothing in while one that is set up does not answer.
 */
@Component
class ClamdScan implements VirusScan {

    private static final Logger log = LoggerFactory.getLogger(ClamdScan.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 1024;
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final String address;
    private final int timeout;

    ClamdScan(
            @Value("${oneseal.cases.clamd:}") String address,
            @Value("${oneseal.cases.clamd-timeout:20s}") Duration timeout) {
        this.address = address.strip();
        this.timeout = (int) timeout.toMillis();
        if (!this.address.isEmpty() && !this.address.matches("[^\\s:]+:\\d{1,5}")) {
            throw new IllegalStateException("ONESEAL_CLAMD is host:port, not " + address);
        }
        if (this.address.isEmpty()) log.warn("No virus scanner: documents are marked NOT_SCANNED");
    }

    @Override
    public Verdict scan(byte[] content) {
        if (address.isEmpty()) return new Verdict.NotScanned();
        String reply = reply(content);
        String said = reply.substring(reply.indexOf(':') + 1).strip();
        if (said.equals("OK")) return new Verdict.Clean();
        if (said.endsWith("FOUND")) {
            return new Verdict.Infected(said.substring(0, said.length() - 5).strip());
        }
        log.warn("The virus scanner answered: {}", reply);
        throw new Unavailable("virus scanner", RETRY);
    }

    private String reply(byte[] content) {
        int colon = address.indexOf(':');
        var place =
                new InetSocketAddress(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)));
        try (var socket = new Socket()) {
            socket.connect(place, timeout);
            socket.setSoTimeout(timeout);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write("zINSTREAM\0".getBytes(US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            String reply = new String(socket.getInputStream().readNBytes(LONGEST_REPLY), UTF_8);
            int end = reply.indexOf('\0');
            return end < 0 ? reply : reply.substring(0, end);
        } catch (IOException e) {
            log.warn("The virus scanner does not answer", e);
            throw new Unavailable("virus scanner", RETRY);
        }
    }
}
