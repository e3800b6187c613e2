package ma.balagh.intake.evidence;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.AccessLimiter;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Recording that a copy was handed to somebody outside: what no system sees by itself. */
@Path("/api/v1/evidence/{id}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
class DisclosureResource {

    private final EvidenceRepository repository;
    private final CustodyService custody;
    private final Caller caller;
    private final IdempotencyService keys;
    private final AccessLimiter limiter;
    private final Clock clock;

    DisclosureResource(
            EvidenceRepository repository,
            CustodyService custody,
            Caller caller,
            IdempotencyService keys,
            AccessLimiter limiter,
            Clock clock) {
        this.repository = repository;
        this.custody = custody;
        this.caller = caller;
        this.keys = keys;
        this.limiter = limiter;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.INTERNAL_AFFAIRS})
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Disclosure.class)))
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<Disclosure> record(
            UUID id, @Valid @NotNull DiscloseEvidence command, @Context HttpHeaders headers) {
        Evidence evidence = visible(id);
        Purpose purpose = Purpose.of(headers);
        return keys.once(List.of(command, purpose), () -> visible(id), () -> {
            limiter.requireEntry(caller);
            var disclosure = new Disclosure(
                    evidence.id(),
                    requireNonNull(command.recipient()).strip(),
                    command.reference(),
                    purpose.text(),
                    caller.name(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            custody.append(evidence.id(), caller.name(), CustodyAction.DISCLOSED, detail(disclosure));
            return RestResponse.ResponseBuilder.<Disclosure>create(RestResponse.Status.CREATED.getStatusCode())
                    .entity(disclosure)
                    .build();
        });
    }

    private Map<String, String> detail(Disclosure disclosure) {
        var detail = new TreeMap<>(
                Map.of("purpose", disclosure.purpose(), "recipient", disclosure.recipient(), "subject", caller.id()));
        if (disclosure.reference() != null) {
            detail.put("reference", disclosure.reference());
        }
        if (caller.has(Roles.INTERNAL_AFFAIRS)) {
            detail.put(CustodyService.COMPARTMENT, CustodyService.INTERNAL_AFFAIRS);
        }
        return detail;
    }

    private Evidence visible(UUID id) {
        return repository.findAsKnown(id).orElseThrow(() -> CommonProblem.notFound("the evidence"));
    }
}
