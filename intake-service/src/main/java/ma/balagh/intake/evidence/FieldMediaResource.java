package ma.balagh.intake.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.HeaderText;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.intake.quota.QuotaAccount;
import ma.balagh.intake.report.CrewReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a crew photographs at an incident. It brings evidence here, and is shown none. */
@Path("/api/v1/field-media")
@Produces(MediaType.APPLICATION_JSON)
class FieldMediaResource {

    private static final String NOTE = "X-Note";
    private static final int LONGEST_NOTE = 500;
    /** As the header has it: up to nine characters a letter, after the seven that say the encoding. */
    private static final int LONGEST_ENCODED = 9 * LONGEST_NOTE + 7;
    /** How far ahead of ours a phone's clock may be. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    /** The crew learns what it brought, not whether anybody has brought it before. */
    record FieldMediumView(UUID evidenceId, String sha256, long size) {}

    private final MediaReceptionService reception;
    private final FieldMediaService media;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Clock clock;

    FieldMediaResource(
            MediaReceptionService reception,
            FieldMediaService media,
            Caller caller,
            IdempotencyService keys,
            Clock clock) {
        this.reception = reception;
        this.media = media;
        this.caller = caller;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param dossierId whose incident the unit is on
     * @param jurisdiction of the incident
     * @param takenAt when the picture was taken
     * @param note as {@link HeaderText}: addresses are short, and stand in logs
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.FIELD_UNIT)
    @RunOnVirtualThread
    @Operation(
            summary = "Brings a picture from an incident",
            description =
                    "It becomes a report of its own with one evidence, and joins the dossier if the unit was sent to that"
                            + " dossier's incident. Otherwise it is a report as any other.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = FieldMediumView.class)))
    public RestResponse<FieldMediumView> receive(
            @QueryParam("dossierId") @NotNull UUID dossierId,
            @QueryParam("jurisdiction")
                    @NotNull
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = "must be a code such as MA-CAS")
                    String jurisdiction,
            @QueryParam("takenAt") @Nullable Instant takenAt,
            @HeaderParam(NOTE) @Nullable @Size(max = LONGEST_ENCODED) String note,
            @Context RoutingContext request,
            @Context HttpHeaders headers) {
        String callSign =
                caller.unit().orElseThrow(() -> CommonProblem.FORBIDDEN.because("the account belongs to no unit"));
        requirePast(takenAt);
        var told = new CrewReport(callSign, caller.id(), jurisdiction, takenAt, read(note));
        var submitter = Submitter.crew(
                caller,
                new FieldOrigin(dossierId, callSign, caller.jurisdictions().codes()));
        var account = QuotaAccount.of(caller);
        var medium = MediumHeaders.of(headers);
        return reception.receive(request, medium, account, submitter, received -> {
            String command =
                    "%s %s %s".formatted(dossierId, callSign, received.digest().hex());
            return keys.once(command, () -> {
                SecuringResult secured = media.secure(told, received, medium.declared(), submitter, account);
                var view =
                        new FieldMediumView(secured.knownAs(), received.digest().hex(), received.size());
                return RestResponse.status(RestResponse.Status.CREATED, view);
            });
        });
    }

    private static @Nullable String read(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String note = HeaderText.decoded(header)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> CommonProblem.invalid(
                        Violation.malformed(NOTE, "must be text in UTF-8 without control characters")))
                .strip();
        if (note.length() > LONGEST_NOTE) {
            throw CommonProblem.invalid(Violation.tooLong(NOTE, LONGEST_NOTE));
        }
        return note.isEmpty() ? null : note;
    }

    private void requirePast(@Nullable Instant takenAt) {
        if (takenAt == null) {
            return;
        }
        if (takenAt.isAfter(clock.instant().plus(SKEW))) {
            throw CommonProblem.invalid(Violation.inTheFuture("takenAt"));
        }
        if (takenAt.isBefore(Instant.EPOCH)) {
            throw CommonProblem.invalid(Violation.beforeTheEpoch("takenAt"));
        }
    }
}
