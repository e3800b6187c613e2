package ma.balagh.portal.receipt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.PublicPageAddress;
import ma.balagh.portal.shell.PublicPageCache;
import ma.balagh.portal.shell.PublicPageLimiter;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * How far a report is, for whoever has its code: without a login, without cookies, without scripts. The code comes in the
 * body of a form, and so gets into no address, history or log.
 */
@Path(PublicPageAddress.RECEIPTS)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@PermitAll
class PublicReceiptPages {

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Letters, digits, blanks and dashes: what a code is typed with, and no more than the longest. */
    private static final Pattern TYPED = Pattern.compile("[\\p{L}\\p{N} -]{1,100}");

    /** What comes along when a code is copied out of a text that is read from right to left. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

    private final PublicReceiptClient receipts;
    private final PublicPageCache cache;
    private final PublicPageLimiter limiter;
    private final Viewer viewer;

    /** @param perSecond how many codes are looked up in a second, for all readers together */
    PublicReceiptPages(
            @RestClient PublicReceiptClient receipts,
            PublicPageCache cache,
            Viewer viewer,
            Clock clock,
            @ConfigProperty(name = "balagh.public.receipts-per-second") int perSecond) {
        this.receipts = receipts;
        this.cache = cache;
        this.viewer = viewer;
        this.limiter = new PublicPageLimiter(clock, perSecond);
    }

    /** @param outcome of a code that was looked up; nothing before */
    @CheckedTemplate(basePath = "receipt", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicReceipt(
            @Nullable ReceiptOutcome outcome, @Nullable PublicReceiptResponse receipt) implements TemplateInstance {}

    @GET
    public Response form(@Context Request request) {
        return cache.answer("receipts " + viewer.language().code(), request, () -> page(null, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(@RestForm @Nullable String code) {
        if (!limiter.admits()) {
            return throttled();
        }
        String typed = plain(code == null ? "" : code);
        if (!TYPED.matcher(typed).matches()) {
            return unknown();
        }
        try {
            return Response.ok(page(ReceiptOutcome.FOUND, receipts.read(typed))).build();
        } catch (ServiceProblemException refused) {
            return switch (refused.status()) {
                case NOT_FOUND -> unknown();
                case TOO_MANY_REQUESTS -> throttled();
                default -> throw refused;
            };
        }
    }

    private static String plain(String typed) {
        return DASH.matcher(INVISIBLE.matcher(typed).replaceAll(""))
                .replaceAll("-")
                .strip();
    }

    private static Response unknown() {
        return Response.status(NOT_FOUND)
                .entity(page(ReceiptOutcome.UNKNOWN, null))
                .build();
    }

    private static Response throttled() {
        return Response.status(TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .entity(page(ReceiptOutcome.THROTTLED, null))
                .build();
    }

    private static String page(@Nullable ReceiptOutcome outcome, @Nullable PublicReceiptResponse receipt) {
        return new PublicReceipt(outcome, receipt).render();
    }
}
