package ma.balagh.portal.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.PublicPageAddress;
import ma.balagh.portal.shell.PublicPageCache;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The answer to the campaign, for everybody: without a login, without cookies, without scripts, to be kept by caches. */
@Path("/public")
@RunOnVirtualThread
@PermitAll
class CampaignPages {

    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(?:0[1-9]|1[0-2])");
    private static final String STATISTICS = "statistics";
    private static final String METHOD = "<" + PublicPageAddress.STATISTICS + "#method>; rel=\"describedby\"";
    private static final String BLACK_SPOTS = "black-spots";

    private final CampaignClient dispatch;
    private final PublicPageCache cache;
    private final Viewer viewer;

    CampaignPages(@RestClient CampaignClient dispatch, PublicPageCache cache, Viewer viewer) {
        this.dispatch = dispatch;
        this.cache = cache;
        this.viewer = viewer;
    }

    /** @param until the last month that was asked for; null for the last one that is published */
    @CheckedTemplate(basePath = "campaign", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicStatisticsPage(
            PublicStatisticsResponse statistics,
            MonthChart chart,
            @Nullable String until) implements TemplateInstance {}

    @CheckedTemplate(basePath = "campaign", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicSpotsPage(PublicSpotsResponse spots) implements TemplateInstance {}

    /** Whoever knows no address of a page begins with the answer to the campaign. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response start() {
        return Response.seeOther(URI.create(PublicPageAddress.STATISTICS)).build();
    }

    @GET
    @Path(STATISTICS)
    @Produces(MediaType.TEXT_HTML)
    public Response figures(@QueryParam("to") @Nullable String to, @Context Request request) {
        String until = month(to);
        return page(STATISTICS + " " + until, request, () -> {
            var statistics = dispatch.figures(until);
            boolean isRightToLeft = viewer.language().direction().equals("rtl");
            return new PublicStatisticsPage(
                    statistics, MonthChart.of(statistics.country().months(), isRightToLeft), until);
        });
    }

    @GET
    @Path(STATISTICS + ".json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response document(@QueryParam("to") @Nullable String to, @Context Request request) {
        String until = month(to);
        return cache.answer(STATISTICS + ".json " + until, request, () -> dispatch.document(until));
    }

    @GET
    @Path(STATISTICS + ".csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table(@QueryParam("to") @Nullable String to, @Context Request request) {
        String until = month(to);
        var answer = cache.answer(STATISTICS + ".csv " + until, request, () -> dispatch.table(until));
        return Response.fromResponse(answer).header(HttpHeaders.LINK, METHOD).build();
    }

    @GET
    @Path(BLACK_SPOTS)
    @Produces(MediaType.TEXT_HTML)
    public Response spots(@Context Request request) {
        return page(BLACK_SPOTS, request, () -> new PublicSpotsPage(dispatch.spots()));
    }

    /** What is no month is not asked for. */
    private static @Nullable String month(@Nullable String text) {
        return text != null && MONTH.matcher(text).matches() ? text : null;
    }

    private Response page(String what, Request request, Supplier<TemplateInstance> template) {
        return cache.answer(
                what + " " + viewer.language().code(),
                request,
                () -> template.get().render());
    }
}
