package org.oneseal.notification.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of numeric addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * @param bits how many leading bits count
 */
public record Network(InetAddress base, int bits) {

    /**
     * Reads the usual notation.
     *
     * @throws IllegalArgumentException if it is no network, or a name
     */
    public static Network of(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]+")) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        try {
            InetAddress base = InetAddress.getByName(parts[0]);
            int bits = Integer.parseInt(parts[1]);
            if (bits < 0 || bits > base.getAddress().length * 8) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            return new Network(base, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] theirs = address.getAddress();
        byte[] ours = base.getAddress();
        if (theirs.length != ours.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((theirs[bit / 8] & mask) != (ours[bit / 8] & mask)) return false;
        }
        return true;
    }
}
