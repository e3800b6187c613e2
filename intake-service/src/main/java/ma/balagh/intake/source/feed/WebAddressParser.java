package ma.balagh.intake.source.feed;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses addresses as people and programs write them into feeds, with spaces and Arabic letters, to absolute ones of
 * http or https (RFC 3986 and RFC 3987).
 */
public final class WebAddressParser {

    /** Longer than what browsers and servers pass on. */
    static final int MAX_LENGTH = 8_192;

    /** A name of DNS with a port, and some, as in reports that are filed; it is indexed. */
    private static final int MAX_AUTHORITY = 300;

    private static final Pattern PARTS =
            Pattern.compile("((?:[A-Za-z][A-Za-z0-9+.-]*:)?)((?://[^/?#\\\\]*)?)(.*)", Pattern.DOTALL);
    private static final String LEGAL = "-._~:/?#@!$&'()*+,;=";

    private WebAddressParser() {}

    /** @return empty where it is no address, or leads to something that http does not serve */
    public static Optional<URI> of(@Nullable String told, URI base) {
        if (told == null || told.isBlank() || told.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI address = resolved(written(told), base);
            String scheme = address.getScheme();
            boolean web = "http".equals(scheme) || "https".equals(scheme);
            String authority = address.getRawAuthority();
            boolean named = authority != null && !authority.startsWith(":") && authority.length() <= MAX_AUTHORITY;
            return web && named ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** The characters that a URI may have, others percent-encoded as UTF-8; the host in Punycode. */
    private static URI written(String told) throws URISyntaxException {
        Matcher parts = PARTS.matcher(PlainTextConverter.tidied(told, MAX_LENGTH));
        if (!parts.matches()) {
            throw new URISyntaxException(told, "no address");
        }
        String authority = parts.group(2);
        String rest = escaped(parts.group(3));
        // Or what follows would count as part of the host.
        boolean torn = !authority.isEmpty() && !rest.isEmpty() && "/?#".indexOf(rest.charAt(0)) < 0;
        return new URI(parts.group(1).toLowerCase(Locale.ROOT)
                + (authority.isEmpty() ? "" : "//" + host(authority.substring(2)))
                + (torn ? "/" : "")
                + rest);
    }

    private static String host(String authority) {
        boolean plain = authority.chars().allMatch(unit -> unit < 0x80);
        return plain ? authority : IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
    }

    /** What is escaped already stays as it is. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        boolean fragment = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean letter = point < 0x80 && Character.isLetterOrDigit(point);
            boolean legal = point < 0x80 && LEGAL.indexOf(point) >= 0 && !(fragment && point == '#');
            if (letter || legal || point == '%' && isHex(text, i)) {
                escaped.append((char) point);
                fragment |= point == '#';
            } else {
                for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(String.format("%%%02X", octet));
                }
            }
        }
        return escaped.toString();
    }

    private static boolean isHex(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && text.charAt(at) < 0x80
                && text.charAt(at + 1) < 0x80;
    }

    /** As {@link URI#resolve}, which follows RFC 2396 where a base has no path, or the reference nothing but a query. */
    private static URI resolved(URI reference, URI base) throws URISyntaxException {
        if (reference.isAbsolute()) {
            return reference;
        }
        String root = base.getScheme() + "://" + base.getRawAuthority();
        String path = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
        String text = reference.toString();
        if (text.startsWith("?")) {
            return new URI(root + path + text);
        }
        return new URI(root + path).resolve(reference);
    }
}
