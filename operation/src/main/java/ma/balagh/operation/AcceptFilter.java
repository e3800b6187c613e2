package ma.balagh.operation;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves the media ranges of {@code Accept} (RFC 9110, section 12.5.1) that can be read: the framework answers one that
 * cannot with a 500. An empty header asks for nothing in particular; one of nothing but noise is a 406.
 */
@Provider
@PreMatching
class AcceptFilter implements ContainerRequestFilter {

    private static final String TOKEN = "[!#$%&'+.^_`|~0-9A-Za-z-]++";
    private static final String QUALITY = "[qQ]=(?:0(?:\\.[0-9]{0,3})?+|\\.[0-9]{1,3}|1(?:\\.0{0,3})?+)";

    /** Commas in quoted parameters are left out: nobody asks for such a media type here. */
    private static final Pattern MEDIA_RANGE = Pattern.compile("\\s*+(?:\\*/\\*|" + TOKEN + "/(?:\\*|" + TOKEN + "))"
            + "(?:\\s*+;\\s*+(?:" + QUALITY + "|(?![qQ]=)" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*+\")))*+\\s*+");

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accepted == null || accepted.stream().allMatch(AcceptFilter::isUsual)) {
            return;
        }
        List<String> ranges = accepted.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .filter(range -> !range.isBlank())
                .toList();
        List<String> readable = ranges.stream()
                .filter(range -> MEDIA_RANGE.matcher(range).matches())
                .toList();
        if (readable.isEmpty() && !ranges.isEmpty()) {
            throw new NotAcceptableException();
        }
        if (readable.isEmpty()) {
            request.getHeaders().remove(HttpHeaders.ACCEPT);
        } else {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, String.join(",", readable));
        }
    }

    private static boolean isUsual(String header) {
        return header.equals(MediaType.WILDCARD) || header.equals(MediaType.APPLICATION_JSON);
    }
}
