package ma.balagh.fetch;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host that every parser reads the same way: a name of letters, digits and hyphens, an IPv4 address of four decimal
 * numbers, or an IPv6 address. The short, octal, hexadecimal and single-number forms that some systems read as IPv4
 * addresses have no honest use; they are refused instead of being interpreted.
 *
 * @param text as it stands in an address, an IPv6 address in brackets
 * @param literal the address that the text itself is
 */
record WebHost(String text, @Nullable InetAddress literal) {

    private static final int LONGEST_NAME = 253;
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*+");

    /** What the WHATWG URL standard takes for the end of an IPv4 address. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    private static final String BYTE = "(0|[1-9][0-9]{0,2})";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE);
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");

    /** Names of one label and those of RFC 6761, RFC 6762, RFC 8375 and of ICANN for private use. */
    private static final Pattern LOCAL =
            Pattern.compile("[^.]*|.*\\.(?:localhost|localdomain|local|internal|intranet|lan|home\\.arpa)");

    /** @throws FetchFailedException when the text is no host or one that is never asked */
    static WebHost parse(String text) throws FetchFailedException {
        return text.startsWith("[") ? ipv6(text.toLowerCase(Locale.ROOT)) : ipv4OrName(ascii(text));
    }

    private static WebHost ipv6(String text) throws FetchFailedException {
        String inner = text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
        if (!IPV6.matcher(inner).matches()) {
            throw new FetchFailedException(
                    RefusalReason.MALFORMED, "no IPv6 address without a zone stands in the brackets");
        }
        try {
            InetAddress address = Inet6Address.ofLiteral(inner);
            if (!(address instanceof Inet6Address)) {
                throw new FetchFailedException(RefusalReason.NOT_PUBLIC, inner + " is an IPv4 address written as IPv6");
            }
            return new WebHost('[' + address.getHostAddress() + ']', address);
        } catch (IllegalArgumentException e) {
            throw new FetchFailedException(RefusalReason.MALFORMED, "no IPv6 address stands in the brackets");
        }
    }

    private static WebHost ipv4OrName(String text) throws FetchFailedException {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > LONGEST_NAME || !LABELS.matcher(name).matches()) {
            throw new FetchFailedException(RefusalReason.MALFORMED, "the host is neither a name nor an address");
        }
        if (ENDS_IN_A_NUMBER.matcher(name).matches()) {
            return new WebHost(name, ipv4(name));
        }
        if (LOCAL.matcher(name).matches()) {
            throw new FetchFailedException(RefusalReason.LOCAL_NAME, name);
        }
        return new WebHost(name, null);
    }

    private static InetAddress ipv4(String text) throws FetchFailedException {
        Matcher parts = IPV4.matcher(text);
        if (!parts.matches()) {
            throw new FetchFailedException(RefusalReason.AMBIGUOUS_HOST, text);
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < bytes.length; i++) {
            int part = Integer.parseInt(parts.group(i + 1));
            if (part > 255) {
                throw new FetchFailedException(RefusalReason.AMBIGUOUS_HOST, text);
            }
            bytes[i] = (byte) part;
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Names in other scripts as the domain name system has them; this maps full-width digits and dots to plain ones. */
    private static String ascii(String text) throws FetchFailedException {
        try {
            return IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FetchFailedException(RefusalReason.MALFORMED, "the host is no name");
        }
    }
}
