package ma.balagh.dispatch.communique;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.PublicRequestLimiter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Published communiqués over REST, for everybody: without a token, without cookies, to be kept by caches. */
@Tag(name = "Public")
@Path("/api/v1/public/communiques")
@PermitAll
@SecurityRequirements
class PublicCommuniqueResource {

    private static final String ATOM = "application/atom+xml;charset=UTF-8";
    private static final String CAP = "application/cap+xml;charset=UTF-8";

    private final PublicCommuniqueService communiques;
    private final PublicRequestLimiter limiter;
    private final Preconditions preconditions;
    private final String caching;

    PublicCommuniqueResource(
            PublicCommuniqueService communiques,
            PublicRequestLimiter limiter,
            Preconditions preconditions,
            CommuniqueConfig config) {
        this.communiques = communiques;
        this.limiter = limiter;
        this.preconditions = preconditions;
        this.caching = "public, max-age=" + config.cacheFor().toSeconds();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Published communiqués, newest first, with those that were corrected or withdrawn")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<Page<PublicCommuniqueView>> list(@BeanParam PageRequest page) {
        return cached(() -> communiques.list(page));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One published communiqué, also when it was corrected or withdrawn")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<PublicCommuniqueView> show(UUID id) {
        return cached(() -> communiques.find(id));
    }

    @GET
    @Path("/feed.atom")
    @Produces(ATOM)
    @Operation(summary = "The newest communiqués as a feed (RFC 4287) in one language")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<String> feed(
            @QueryParam("lang")
                    @DefaultValue("ar")
                    @Size(max = 2)
                    @Pattern(regexp = "ar|fr|en", message = "must be ar, fr or en")
                    String language) {
        return cached(() -> communiques.feed(Locale.of(language)));
    }

    @GET
    @Path("/{id}.cap")
    @Produces(CAP)
    @Operation(summary = "A published alert, signed, as the Common Alerting Protocol 1.2 has it")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<String> alert(UUID id) {
        limiter.require();
        // Each signature is another one: the version is that of the communiqué.
        var view = communiques.find(id);
        return kept(preconditions.tagged(preconditions.tagOf(view), () -> communiques.alert(id)));
    }

    private <T> RestResponse<T> cached(Supplier<T> read) {
        limiter.require();
        T shown = read.get();
        return kept(preconditions.tagged(preconditions.tagOf(shown), () -> shown));
    }

    private <T> RestResponse<T> kept(RestResponse<T> answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, caching);
        return answer;
    }
}
