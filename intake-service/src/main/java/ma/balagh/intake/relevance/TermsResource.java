package ma.balagh.intake.relevance;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.intake.NationalSettingsGuard;
import org.jboss.resteasy.reactive.RestResponse;

/** What items are scored by: reading it, its earlier versions, and changing it. */
@Path("/api/v1/relevance/terms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INTAKE_OFFICER)
class TermsResource {

    private final TermService terms;
    private final Caller caller;
    private final Preconditions preconditions;
    private final NationalSettingsGuard national;

    TermsResource(TermService terms, Caller caller, Preconditions preconditions, NationalSettingsGuard national) {
        this.terms = terms;
        this.caller = caller;
        this.preconditions = preconditions;
        this.national = national;
    }

    @GET
    public RestResponse<TermsView> read() {
        return tagged(terms.newest());
    }

    @GET
    @Path("/versions")
    public Page<TermsView.TermsSummary> versions(@BeanParam PageRequest request) {
        return terms.page(request);
    }

    @GET
    @Path("/versions/{version}")
    public RestResponse<TermsView> read(int version) {
        return tagged(terms.find(version).orElseThrow(() -> CommonProblem.notFound("the version")));
    }

    /**
     * For callers whose jurisdiction is the country. {@code If-Match} is the tag of the list that was read: nobody
     * overwrites what another has changed meanwhile.
     */
    @PUT
    public RestResponse<TermsView> change(ChangeTerms command) {
        TermList list = TermRules.list(command);
        national.require();
        String reason = requireNonNull(command.reason()).strip();
        TermVersion version = terms.change(list, reason, caller, preconditions);
        return RestResponse.ResponseBuilder.ok(TermsView.of(version))
                .tag(Preconditions.tag(version.version()))
                .build();
    }

    private RestResponse<TermsView> tagged(TermVersion version) {
        return preconditions.tagged(Preconditions.tag(version.version()), () -> TermsView.of(version));
    }
}
