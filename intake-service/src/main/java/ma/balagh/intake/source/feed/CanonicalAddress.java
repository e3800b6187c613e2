package ma.balagh.intake.source.feed;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address by which an article is recognised when it comes again, over another link. It serves to compare, not to be
 * fetched: <ul>
 * <li>scheme {@code https} for both; host in lower case and Punycode, without user, default ports and final dot;
 * <li>no fragment; the path without dot segments and final slashes, escapes only where they are needed;
 * <li>no parameters that follow readers about ({@link #TRACKING}, {@link #TRACKING_PREFIXES}), the others sorted;
 * <li>{@code www}, {@code m}, {@code mobile} and {@code amp} left out of hosts that have more than two labels; the path
 *     without {@code /amp} as first or last segment and without {@code .amp}; no parameter {@code amp}, no
 *     {@code outputType=amp}; Google's AMP viewer and AMP caches replaced by what they show.
 * </ul>
 *
 * @param value a fixed point: its own canonical address is itself
 */
public record CanonicalAddress(String value) {

    /** Parameters that say where a reader comes from, never what is shown. */
    static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "gbraid",
            "wbraid",
            "dclid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "ig_rid",
            "epik",
            "sc_cid",
            "s_cid",
            "cmpid",
            "ncid",
            "icid",
            "mkt_tok",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "vero_conv",
            "oly_anon_id",
            "oly_enc_id",
            "wickedid",
            "rb_clickid",
            "ref_src",
            "ref_url",
            "__twitter_impression",
            "__tn__",
            "fb_action_ids",
            "fb_action_types",
            "fb_source",
            "action_object_map",
            "action_type_map",
            "action_ref_map",
            "mibextid",
            "si_source",
            "spm",
            "zanpid",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "at_medium",
            "at_campaign",
            "amp_js_v",
            "amp_gsa",
            "usqp");

    /** Beginnings of such parameters: Google, Mailchimp, Matomo and Piwik, HubSpot, Adobe, AT Internet, Taboola. */
    static final Set<String> TRACKING_PREFIXES =
            Set.of("utm_", "mc_", "mtm_", "pk_", "piwik_", "hsa_", "xtor", "tblci");

    private static final Set<String> VARIANTS = Set.of("www", "m", "mobile", "amp");
    private static final Pattern WEB = Pattern.compile(
            "https?:/{2,}(?:[^/?#@]*@)*([^/?#@:]+)(?::(\\d{0,5}))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VIEWER = Pattern.compile("google(?:\\.[a-z]{2,3}){1,2}/amp/(?:s/)?(.+)");
    private static final Pattern CACHE =
            Pattern.compile("[a-z0-9-]+\\.(?:cdn\\.ampproject\\.org|ampproject\\.net)/[a-z]{1,4}/(?:s/)?(.+)");
    private static final Pattern HOST_END = Pattern.compile("[.\\s]+$");
    private static final Pattern AMP_END = Pattern.compile("\\.amp(\\.html?)?$");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int MAX_FOLDS = 20;

    /** @return empty for what is no address of the web, or longer than {@value WebAddressParser#MAX_LENGTH} characters */
    public static Optional<CanonicalAddress> of(String address) {
        String before = address;
        Optional<String> folded = fold(address);
        for (int i = 0; i < MAX_FOLDS && folded.isPresent() && !folded.get().equals(before); i++) {
            before = folded.get();
            folded = fold(before);
        }
        return folded.map(CanonicalAddress::new);
    }

    private static Optional<String> fold(String address) {
        if (address.length() > WebAddressParser.MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher web = WEB.matcher(PlainTextConverter.tidied(address, WebAddressParser.MAX_LENGTH));
        if (!web.matches()) {
            return Optional.empty();
        }
        String host = host(web.group(1));
        String path = WebAddressParser.escaped(web.group(3));
        String query = query(web.group(4) == null ? "" : web.group(4));
        Optional<String> shown = shown(host + path);
        if (shown.isPresent()) {
            return fold("https://" + shown.get() + query);
        }
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of("https://" + host + port(web.group(2)) + path(path) + query);
    }

    /** What a viewer or a cache of AMP shows, without scheme. */
    private static Optional<String> shown(String address) {
        return Stream.of(VIEWER, CACHE)
                .map(pattern -> pattern.matcher(address))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static String host(String told) {
        String name = HOST_END.matcher(told).replaceFirst("").toLowerCase(Locale.ROOT);
        try {
            name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unusual) {
            // As it is told, then: it compares with itself.
        }
        String[] labels = name.split("\\.");
        return IntStream.range(0, labels.length)
                .filter(i -> i >= labels.length - 2 || !VARIANTS.contains(labels[i]))
                .mapToObj(i -> labels[i])
                .collect(Collectors.joining("."));
    }

    private static String port(@Nullable String digits) {
        return digits == null || Set.of("", "80", "443").contains(digits) ? "" : ":" + digits;
    }

    private static String path(String told) {
        var segments = new ArrayDeque<String>();
        for (String segment : plain(told).split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        if (segments.size() > 1 && segments.getFirst().equals("amp")) {
            segments.removeFirst();
        }
        if (!segments.isEmpty() && segments.getLast().equals("amp")) {
            segments.removeLast();
        }
        String path = segments.stream().map(segment -> "/" + segment).collect(Collectors.joining());
        return AMP_END.matcher(path).replaceFirst("$1");
    }

    private static String query(String told) {
        String kept = Arrays.stream(told.split("&"))
                .map(WebAddressParser::escaped)
                .map(CanonicalAddress::plain)
                .filter(parameter -> !parameter.isEmpty() && !isBesideThePoint(parameter.toLowerCase(Locale.ROOT)))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isBesideThePoint(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        return name.equals("amp")
                || parameter.equals("outputtype=amp")
                || TRACKING.contains(name)
                || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Escapes of unreserved characters resolved, the others in upper case (RFC 3986, 6.2.2). */
    private static String plain(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(match -> {
            int octet = Integer.parseInt(match.group(1), 16);
            boolean unreserved = octet < 0x80 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
            return unreserved ? Character.toString(octet) : match.group().toUpperCase(Locale.ROOT);
        });
    }
}
