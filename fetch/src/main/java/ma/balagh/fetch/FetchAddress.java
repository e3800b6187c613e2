package ma.balagh.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address (RFC 3986), without userinfo and fragment. Signs that parsers are known to disagree about
 * (backslashes, control characters, percent signs in the host) make it malformed. Spaces and letters outside ASCII in
 * the path and the query, which are common in published links, are percent-encoded.
 *
 * @param target path and query as they stand in the request
 */
record FetchAddress(boolean secure, WebHost host, int port, String target) {

    private static final int LONGEST = 8192;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("//([^/?#]*)([^#]*)(?:#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]+)(?::([1-9][0-9]{0,4})?)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\\\]");
    private static final String AS_IT_IS = "!#$%&'()*+,-./:;=?@_~";

    static FetchAddress parse(String text) throws FetchFailedException {
        if (text.length() > LONGEST) {
            throw new FetchFailedException(RefusalReason.TOO_LONG, "%d signs".formatted(text.length()));
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw malformed("it contains a backslash or a control character");
        }
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            throw malformed("it has no scheme");
        }
        boolean secure = switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "http" -> false;
            case "https" -> true;
            default -> throw new FetchFailedException(RefusalReason.OTHER_SCHEME, scheme.group(1));
        };
        Matcher parts = PARTS.matcher(scheme.group(2));
        if (!parts.matches()) {
            throw malformed("it has no host");
        }
        String authority = parts.group(1);
        if (authority.indexOf('@') >= 0) {
            throw new FetchFailedException(RefusalReason.USERINFO, "there is an @ before or in the host");
        }
        Matcher hostAndPort = AUTHORITY.matcher(authority);
        if (!hostAndPort.matches() || authority.indexOf('%') >= 0) {
            throw malformed("its host or port is none");
        }
        String port = hostAndPort.group(2);
        String target = encode(parts.group(2));
        return new FetchAddress(
                secure,
                WebHost.parse(hostAndPort.group(1)),
                port == null ? (secure ? HTTPS : HTTP) : Integer.parseInt(port),
                target.startsWith("/") ? target : "/" + target);
    }

    /**
     * Where a redirect leads (RFC 3986, section 5.2).
     *
     * @param location as the header has it, a char for each byte
     */
    FetchAddress resolve(String location) throws FetchFailedException {
        String reference = encode(bytesEncoded(location.strip()));
        if (SCHEME.matcher(reference).matches()) {
            return parse(reference);
        }
        if (reference.startsWith("//")) {
            return parse(scheme() + ":" + reference);
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String resolved = switch (reference.isEmpty() ? '#' : reference.charAt(0)) {
            case '#' -> target;
            case '?' -> path + reference;
            case '/' -> withoutDots(reference);
            default -> withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + reference);
        };
        return parse(origin() + resolved);
    }

    /** What the header Host says: the port only where it is not the scheme's own. */
    String authority() {
        return port == (secure ? HTTPS : HTTP) ? host.text() : host.text() + ":" + port;
    }

    private String scheme() {
        return secure ? "https" : "http";
    }

    private String origin() {
        return scheme() + "://" + authority();
    }

    @Override
    public String toString() {
        return origin() + target;
    }

    private static FetchFailedException malformed(String detail) {
        return new FetchFailedException(RefusalReason.MALFORMED, detail);
    }

    private static String withoutDots(String reference) {
        int end = reference.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = reference.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = reference.substring(1, end).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            if (up) {
                kept.pollLast();
            }
            if (!up && !segments[i].equals(".")) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept) + reference.substring(end);
    }

    private static String bytesEncoded(String latin1) {
        var encoded = new StringBuilder(latin1.length());
        latin1.chars().forEach(b -> {
            if (b < 0x80) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) b));
            }
        });
        return encoded.toString();
    }

    private static String encode(String text) {
        var encoded = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            boolean plain = sign < 0x80 && (Character.isLetterOrDigit(sign) || AS_IT_IS.indexOf(sign) >= 0);
            // Brackets and backslashes are judged by parse, which must see them.
            if (plain || sign == '[' || sign == ']' || sign == '\\' || sign < 0x20) {
                encoded.appendCodePoint(sign);
                return;
            }
            for (byte b : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        });
        return encoded.toString();
    }
}
