package ma.balagh.portal.known;

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
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.examination.MatchResponse;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bank of known footage: what is in it, putting in and taking out, and asking it about a file. */
@Path("/known-footage")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.ANALYST)
class KnownPages {

    private static final int PAGE_SIZE = 40;

    private final KnownFootageClient bank;
    private final FootageSearchClient search;
    private final Viewer viewer;

    KnownPages(@RestClient KnownFootageClient bank, FootageSearchClient search, Viewer viewer) {
        this.bank = bank;
        this.search = search;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "known", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KnownList(
            ResponsePage<KnownFootageResponse> entries,
            @Nullable String cursor) implements TemplateInstance {}

    @CheckedTemplate(basePath = "known", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KnownPage(KnownFootageResponse entry, @Nullable String tag) implements TemplateInstance {}

    @CheckedTemplate(basePath = "known", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SearchPage() implements TemplateInstance {}

    @CheckedTemplate(basePath = "known", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SearchResult(List<MatchResponse> matches) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        return new KnownList(bank.list(FormInputParser.text(cursor), PAGE_SIZE), FormInputParser.text(cursor));
    }

    @GET
    @Path("search")
    public TemplateInstance searchPage() {
        return new SearchPage();
    }

    /** The bytes of one file as they are, passed on to the laboratory as they come. */
    @POST
    @Path("search")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance search(@Context HttpHeaders headers, InputStream body) {
        return new SearchResult(search.of(headers, body));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        RestResponse<KnownFootageResponse> answer = bank.readTagged(id);
        return new KnownPage(answer.getEntity(), answer.getHeaderString(HttpHeaders.ETAG));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @RestForm @Nullable String key,
            @RestForm UUID evidenceId,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String reference,
            @RestForm @Nullable String summary) {
        var footage = new KnownFootageClient.Bank(
                evidenceId, FormInputParser.text(kind), FormInputParser.text(reference), FormInputParser.text(summary));
        return banked(bank.bank(IdempotencyKeyFactory.of(key), footage));
    }

    /** What was set aside counts again from now on, with what was said of it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/return")
    public Response takeUpAgain(UUID id, @RestForm @Nullable String key) {
        KnownFootageResponse entry = bank.readTagged(id).getEntity();
        var again = new KnownFootageClient.Bank(
                entry.evidenceId(),
                entry.kind() == null ? null : entry.kind().name(),
                entry.reference(),
                entry.summary());
        return banked(bank.bank(IdempotencyKeyFactory.of(key), again));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/removal")
    public Response remove(UUID id, @RestForm @Nullable String tag) {
        bank.remove(id, FormInputParser.text(tag));
        return FlashMessage.FOOTAGE_REMOVED.then(viewer, "/known-footage");
    }

    private Response banked(KnownFootageResponse entry) {
        return FlashMessage.FOOTAGE_BANKED.then(viewer, "/known-footage/" + entry.id());
    }
}
