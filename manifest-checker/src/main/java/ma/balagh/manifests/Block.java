package ma.balagh.manifests;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses, as {@code 10.0.0.0/8} or {@code 2000::/3}.
 *
 * @param bytes 4 or 16, the length of its addresses
 */
record Block(int bytes, BigInteger first, BigInteger last) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?<address>(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(?<prefix>\\d{1,3})");

    /** Nothing for what is none. */
    static Optional<Block> of(String cidr) {
        var match = WRITTEN.matcher(cidr);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            // Asks no name server.
            var address = InetAddress.ofLiteral(match.group("address")).getAddress();
            int free = address.length * 8 - Integer.parseInt(match.group("prefix"));
            if (free < 0) {
                return Optional.empty();
            }
            var first = new BigInteger(1, address).shiftRight(free).shiftLeft(free);
            var size = BigInteger.ONE.shiftLeft(free);
            return Optional.of(new Block(address.length, first, first.add(size).subtract(BigInteger.ONE)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean holds(Block other) {
        return bytes == other.bytes && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Blocks either hold each other or have nothing in common. */
    boolean meets(Block other) {
        return holds(other) || other.holds(this);
    }
}
