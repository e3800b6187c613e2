package ma.balagh.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Pages for the public as they were made a moment ago, so that many readers cost the services no more than one. What is not
 * kept is made for so many requests a second, all together: who asks is not looked at. Where that many were made, a page that
 * is too old is shown once more rather than none: whoever asks for pages that are not there takes none away from others.
 */
@ApplicationScoped
public class PublicPageCache {

    private static final int MOST_PAGES = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    /** For browsers and proxies, of a page that is too old. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private record Kept(String body, EntityTag tag, Instant until) {}

    private final Clock clock;
    private final Duration keepFor;
    private final PublicPageLimiter limiter;

    private final Map<String, Kept> pages = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_PAGES;
        }
    };

    /**
     * @param keepFor how long a page is kept here, and may be by browsers and proxies
     * @param perSecond how many pages are made in a second
     */
    PublicPageCache(
            Clock clock,
            @ConfigProperty(name = "balagh.public.keep-for") Duration keepFor,
            @ConfigProperty(name = "balagh.public.pages-per-second") int perSecond) {
        this.clock = clock;
        this.keepFor = keepFor;
        this.limiter = new PublicPageLimiter(clock, perSecond);
    }

    /**
     * The page, or 304 for who has it.
     *
     * @param page makes it; what it throws is not kept
     * @throws ClientErrorException 429 when more pages are asked for than are made, and this one is not kept
     */
    public Response answer(String name, Request request, Supplier<String> page) {
        Kept kept = kept(name);
        if (kept == null) {
            String body = page.get();
            kept = new Kept(body, tag(body), clock.instant().plus(keepFor));
            keep(name, kept);
        }
        // Whoever gets it late keeps it for the rest of its time.
        long maxAge = Math.max(
                A_MOMENT.toSeconds(),
                Duration.between(clock.instant(), kept.until()).toSeconds());
        Response.ResponseBuilder unmet = request.evaluatePreconditions(kept.tag());
        return (unmet == null ? Response.ok(kept.body()) : unmet)
                .tag(kept.tag())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge)
                .build();
    }

    private synchronized @Nullable Kept kept(String name) {
        Kept kept = pages.get(name);
        if (kept != null && isFresh(kept)) {
            return kept;
        }
        if (limiter.admits()) {
            return null;
        }
        if (kept == null) {
            throw new ClientErrorException(TOO_MANY_REQUESTS);
        }
        return kept;
    }

    private boolean isFresh(Kept kept) {
        return kept.until().isAfter(clock.instant());
    }

    private synchronized void keep(String name, Kept kept) {
        pages.put(name, kept);
    }

    private static EntityTag tag(String body) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(sha256, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
