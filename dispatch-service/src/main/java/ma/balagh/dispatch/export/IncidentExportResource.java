package ma.balagh.dispatch.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files of incidents, for other tools. They need a purpose, and each is noted. */
@Tag(name = "Exports")
@Path("/api/v1/incidents")
class IncidentExportResource {

    private static final String GEOJSON = "application/geo+json";
    private static final String CSV = "text/csv";
    private static final String XML = "application/xml";

    /** What is exported for whoever asks for no period. */
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

    private final IncidentExportService exports;
    private final Timestamps moments;
    private final Caller caller;

    IncidentExportResource(IncidentExportService exports, Timestamps moments, Caller caller) {
        this.exports = exports;
        this.moments = moments;
        this.caller = caller;
    }

    /** @param format in place of the header {@code Accept} */
    @GET
    @Path("/export")
    @RolesAllowed(Roles.COMMANDER)
    @RunOnVirtualThread
    @Operation(
            summary = "Incidents that were opened in a period, as GeoJSON, CSV or EDXL-DE with CAP",
            description = "The last 30 days if no period is asked for. Needs X-Purpose; that it was taken is noted.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = GEOJSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<StreamingOutput> export(
            @QueryParam("format")
                    @Size(max = 7)
                    @Pattern(regexp = "geojson|csv|edxl", message = "must be geojson, csv or edxl")
                    @Nullable
                    String format,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    @Nullable
                    String jurisdiction,
            @Context HttpHeaders headers) {
        var filter = filter(from, to, jurisdiction);
        var purpose = Purpose.of(headers);
        var chosen = format == null ? acceptable(headers) : ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
        var id = exports.record(filter, chosen, caller, purpose);
        StreamingOutput body = out -> exports.write(id, filter, chosen, out);
        return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.OK)
                .type(chosen.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + chosen.fileName() + '"')
                .header("X-Content-Type-Options", "nosniff")
                .entity(body)
                .build();
    }

    @GET
    @Path("/exports")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR, Roles.COMMANDER})
    @Operation(summary = "Who took which incidents along, when and why; newest first")
    public Page<IncidentExportView> list(@BeanParam PageRequest page) {
        return exports.page(page);
    }

    private ExportFilter filter(@Nullable Instant from, @Nullable Instant to, @Nullable String jurisdiction) {
        var own = caller.jurisdictions();
        var wanted = jurisdiction == null ? own.codes() : List.of(jurisdiction);
        if (wanted.isEmpty() || !wanted.stream().allMatch(own::covers)) {
            throw CommonProblem.invalid(
                    new Violation("jurisdiction", ViolationCode.NOT_YOUR_JURISDICTION, "must be one of your own"));
        }
        // What was opened in this very millisecond belongs to it, too.
        var end = to == null ? moments.now().plusMillis(1) : to;
        var begin = from == null ? end.minus(DEFAULT_PERIOD) : from;
        if (!begin.isBefore(end)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after from"));
        }
        return new ExportFilter(wanted, begin, end);
    }

    /** Chosen here, since JAX-RS would choose a writer with the type, and JSON's writes whatever is GeoJSON. */
    private static ExportFormat acceptable(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(type -> Stream.of(ExportFormat.values())
                        .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElseThrow(() ->
                        CommonProblem.NOT_ACCEPTABLE.because("ask for %s, %s or %s".formatted(GEOJSON, CSV, XML)));
    }
}
