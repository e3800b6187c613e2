package ma.balagh.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses that is not the public internet.
 *
 * @param prefix its first address
 * @param length bits that all its addresses have in common
 * @param purpose what it is for
 */
record SpecialRange(InetAddress prefix, int length, String purpose) {

    /** IANA's special-purpose registry for IPv4 (RFC 6890 and later), and what clouds use beyond it. */
    private static final List<SpecialRange> IPV4 = List.of(
            of("0.0.0.0", 8, "this network"),
            of("10.0.0.0", 8, "private"),
            of("100.64.0.0", 10, "shared behind a carrier's NAT"),
            of("127.0.0.0", 8, "loopback"),
            of("169.254.169.254", 32, "a cloud's metadata"),
            of("169.254.0.0", 16, "link-local"),
            of("168.63.129.16", 32, "a cloud's metadata"),
            of("172.16.0.0", 12, "private"),
            of("192.0.0.0", 24, "for protocol assignments"),
            of("192.0.2.0", 24, "for documentation"),
            of("192.31.196.0", 24, "for sinks of the domain name system"),
            of("192.52.193.0", 24, "for multicast tunnels"),
            of("192.88.99.0", 24, "for 6to4 relays"),
            of("192.168.0.0", 16, "private"),
            of("192.175.48.0", 24, "for sinks of the domain name system"),
            of("198.18.0.0", 15, "for benchmarks"),
            of("198.51.100.0", 24, "for documentation"),
            of("203.0.113.0", 24, "for documentation"),
            of("224.0.0.0", 4, "multicast"),
            of("240.0.0.0", 4, "reserved"));

    /** What IANA gives to hosts; every other IPv6 address is local, multicast, translated or reserved. */
    private static final SpecialRange GLOBAL_UNICAST = of("2000::", 3, "global unicast");

    private static final List<SpecialRange> IPV6 = List.of(
            of("fd00:ec2::254", 128, "a cloud's metadata"),
            of("::1", 128, "loopback"),
            of("::", 128, "unspecified"),
            of("::", 96, "an IPv4 address in IPv6"),
            of("64:ff9b::", 96, "an IPv4 address behind NAT64"),
            of("64:ff9b:1::", 48, "an IPv4 address behind NAT64"),
            of("fc00::", 7, "unique local"),
            of("fe80::", 10, "link-local"),
            of("fec0::", 10, "site-local"),
            of("ff00::", 8, "multicast"),
            of("2001::", 32, "a Teredo tunnel"),
            of("2001:db8::", 32, "for documentation"),
            of("2001::", 23, "for protocol assignments"),
            of("2002::", 16, "a 6to4 tunnel"),
            of("2620:4f:8000::", 48, "for sinks of the domain name system"),
            of("3fff::", 20, "for documentation"),
            of("::", 0, "reserved"));

    /** What the address is for, unless it belongs to the public internet. */
    static Optional<String> purposeOf(InetAddress address) {
        boolean old = address.getAddress().length == 4;
        return (old ? IPV4 : IPV6)
                .stream()
                        .filter(range -> range.contains(address))
                        .filter(range -> old || range.length() > 0 || !GLOBAL_UNICAST.contains(address))
                        .map(SpecialRange::purpose)
                        .findFirst();
    }

    private boolean contains(InetAddress address) {
        byte[] mine = prefix.getAddress();
        byte[] theirs = address.getAddress();
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((mine[bit >> 3] ^ theirs[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static SpecialRange of(String prefix, int length, String purpose) {
        return new SpecialRange(InetAddress.ofLiteral(prefix), length, purpose);
    }
}
