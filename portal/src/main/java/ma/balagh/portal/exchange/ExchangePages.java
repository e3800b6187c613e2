package ma.balagh.portal.exchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.evidence.MediaStreamClient;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What leaves the agency: partners that are told of incidents, and files of incidents, for who says why. */
@Path("/exchange")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class ExchangePages {

    private static final int PAGE_SIZE = 40;

    /** Each partner has a few, and a country has few partners. */
    private static final int MOST_CALLBACKS = 200;

    private final ExchangeClient dispatch;
    private final MediaStreamClient stream;
    private final Viewer viewer;
    private final String address;

    ExchangePages(
            @RestClient ExchangeClient dispatch,
            MediaStreamClient stream,
            Viewer viewer,
            @ConfigProperty(name = "quarkus.rest-client.dispatch.url") String address) {
        this.dispatch = dispatch;
        this.stream = stream;
        this.viewer = viewer;
        this.address = address;
    }

    @CheckedTemplate(basePath = "exchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ExchangePage(
            List<PartnerCallbackResponse> callbacks,
            ResponsePage<IncidentExportResponse> exports,
            @Nullable String cursor,
            List<IncidentExportResponse.Format> formats,
            boolean commands)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@QueryParam("cursor") @Nullable String cursor) {
        String after = FormInputParser.text(cursor);
        return new ExchangePage(
                dispatch.callbacks(MOST_CALLBACKS).items(),
                dispatch.exports(after, PAGE_SIZE),
                after,
                List.of(IncidentExportResponse.Format.values()),
                viewer.has(PortalRoles.COMMANDER));
    }

    /** A partner is told no more; the service knows whether the callback is the commander's to end. */
    @POST
    @Path("callbacks/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(PortalRoles.COMMANDER)
    public Response endCallback(UUID id) {
        dispatch.endCallback(id);
        return FlashMessage.CALLBACK_ENDED.then(viewer, "/exchange");
    }

    /** @param to the last day that belongs to the period */
    @POST
    @Path("incidents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, "application/geo+json", "text/csv", "application/xml"})
    @RolesAllowed(PortalRoles.COMMANDER)
    public Response download(
            @RestForm @Nullable String purpose,
            @RestForm @Nullable String format,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String jurisdiction,
            @Context HttpHeaders request) {
        UriBuilder file = UriBuilder.fromUri(address).path("/api/v1/incidents/export");
        add(file, "format", FormInputParser.text(format));
        add(file, "from", midnight(FormInputParser.text(from), 0));
        add(file, "to", midnight(FormInputParser.text(to), 1));
        add(file, "jurisdiction", FormInputParser.text(jurisdiction));
        return stream.download(file.build().toString(), ViewingPass.forPurpose(purpose), request);
    }

    private static void add(UriBuilder file, String name, @Nullable String value) {
        if (value != null) {
            file.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    /** The begin of a day in Morocco; what is none is left for the service to refuse. */
    private static @Nullable String midnight(@Nullable String day, int later) {
        try {
            return day == null
                    ? null
                    : String.valueOf(FormInputParser.moment(LocalDate.parse(day).plusDays(later) + "T00:00", "from"));
        } catch (DateTimeException notADay) {
            return day;
        }
    }
}
