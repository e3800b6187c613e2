package ma.balagh.intake.retention;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Violation;
import ma.balagh.intake.IntakeProblem;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Holding back what a court or an inquiry needs, and letting go of it. */
@Path("/api/v1/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
class HoldResource {

    record PlaceHold(
            LegalHold.@Nullable Subject subject,
            @Nullable UUID subjectId,
            @Size(max = StatedReasonParser.MAX) @Nullable String reason) {}

    record LiftHold(
            @Size(max = StatedReasonParser.MAX) @Nullable String reason) {}

    private final LegalHoldRepository repository;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;
    private final Clock clock;

    HoldResource(
            LegalHoldRepository repository,
            Caller caller,
            IdempotencyService keys,
            Preconditions preconditions,
            Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    /** @param lifted whether those that were lifted are shown, too */
    @GET
    @RolesAllowed({JUDICIAL_OFFICER, COMMANDER, AUDITOR, INTERNAL_AFFAIRS})
    public Page<LegalHold> find(
            @QueryParam("lifted") @DefaultValue("false") boolean lifted, @BeanParam PageRequest request) {
        return Page.of(repository.page(lifted, request), request, LegalHold::id);
    }

    @POST
    @RolesAllowed({JUDICIAL_OFFICER, COMMANDER, INTERNAL_AFFAIRS})
    @Transactional
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = LegalHold.class)))
    public RestResponse<LegalHold> place(@NotNull PlaceHold command, UriInfo uri) {
        LegalHold hold = accepted(command);
        return keys.once(command, () -> {
            requireKept(hold);
            if (!repository.insert(hold)) {
                throw CommonProblem.CONFLICT.because("it is held already");
            }
            return RestResponse.ResponseBuilder.<LegalHold>created(uri.getAbsolutePathBuilder()
                            .path(hold.id().toString())
                            .build())
                    .tag(preconditions.tagOf(hold))
                    .entity(hold)
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({JUDICIAL_OFFICER, COMMANDER, AUDITOR, INTERNAL_AFFAIRS})
    public RestResponse<LegalHold> read(UUID id) {
        LegalHold hold = visible(id);
        return preconditions.tagged(preconditions.tagOf(hold), () -> hold);
    }

    private void requireKept(LegalHold hold) {
        repository.lockErasure();
        boolean erased = repository
                .isErased(hold.subject(), hold.subjectId())
                .orElseThrow(() -> CommonProblem.notFound("what is to be held"));
        if (erased) {
            throw hold.subject() == LegalHold.Subject.EVIDENCE
                    ? IntakeProblem.EVIDENCE_ERASED.because("nothing is left to be held")
                    : CommonProblem.CONFLICT.because("its words were erased, nothing is left to be held");
        }
    }

    @POST
    @Path("/{id}/lifting")
    @RolesAllowed({JUDICIAL_OFFICER, COMMANDER, INTERNAL_AFFAIRS})
    @Transactional
    public LegalHold lift(UUID id, @NotNull LiftHold command) {
        var violations = new ArrayList<Violation>();
        String reason = reason(command.reason(), violations);
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        preconditions.requireMatch(preconditions.tagOf(visible(id)));
        if (!repository.lift(id, new LegalHold.Lifted(now(), caller.name(), reason))) {
            throw CommonProblem.CONFLICT.because("it was lifted before");
        }
        return visible(id);
    }

    private LegalHold visible(UUID id) {
        return repository.find(id).orElseThrow(() -> CommonProblem.notFound("the hold"));
    }

    private LegalHold accepted(PlaceHold command) {
        var violations = new ArrayList<Violation>();
        LegalHold.Subject subject = command.subject();
        if (subject == null) {
            violations.add(Violation.requiredOneOf("subject", LegalHold.Subject.class));
        }
        UUID subjectId = command.subjectId();
        if (subjectId == null) {
            violations.add(Violation.required("subjectId", "is needed"));
        }
        String reason = reason(command.reason(), violations);
        if (subject == null || subjectId == null || !violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        return new LegalHold(IdGenerator.next(), subject, subjectId, reason, now(), caller.name(), null);
    }

    private static String reason(@Nullable String told, List<Violation> violations) {
        return StatedReasonParser.of(told).orElseGet(() -> {
            violations.add(Violation.reasonRequired("reason", StatedReasonParser.MAX));
            return "";
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
