package ma.balagh.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ANALYST)
public class SampleResource {

    public enum Colour {
        RED,
        GREEN
    }

    public record Place(
            @Nullable @DecimalMax("90") Double latitude,
            @Nullable String city) {}

    public record Command(
            @NotBlank @Size(max = 40) @Nullable String name,
            @Nullable Colour colour,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable UUID other,
            @Valid @Nullable Place place,
            @Nullable @Explanation(min = 10) String reason,
            @Nullable Reading reading,
            @Nullable List<@NotBlank String> tags,
            @Nullable Range range) {}

    public record Range(int from, int to) {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException("must not end before it begins");
            }
        }
    }

    public static final class Criteria {

        @QueryParam("inBean")
        boolean inBean;
    }

    public record Truths(@Nullable Boolean flag, boolean plain, boolean defaulted, boolean inBean) {}

    public record Reading(double value) {}

    public record View(
            UUID id,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String absent) {}

    public record Who(
            String id,
            String name,
            List<String> jurisdictions,
            @Nullable String unit,
            boolean analyst) {}

    private final Samples samples;
    private final IdempotencyService keys;
    private final Preconditions preconditions;
    private final Caller caller;

    SampleResource(Samples samples, IdempotencyService keys, Preconditions preconditions, Caller caller) {
        this.samples = samples;
        this.keys = keys;
        this.preconditions = preconditions;
        this.caller = caller;
    }

    @POST
    public RestResponse<View> create(@Valid Command command) {
        return keys.once(command, () -> {
            UUID id = samples.create(command.name() == null ? "" : command.name());
            View view = new View(id, command.name(), command.at(), null);
            return RestResponse.ResponseBuilder.<View>created(URI.create("/api/v1/samples/" + id))
                    .entity(view)
                    .tag(Preconditions.tag(1))
                    .build();
        });
    }

    @POST
    @Path("/bare")
    public View bare(Command command) {
        return new View(UUID.randomUUID(), command.name(), command.at(), null);
    }

    public record Word(String word) {}

    /** Of one text, which a framework may take from a body of text. */
    @POST
    @Path("/word")
    public Word word(Word command) {
        return command;
    }

    @GET
    public Page<View> list(
            @BeanParam PageRequest page,
            @QueryParam("name") String name,
            @QueryParam("colour") @Nullable Colour colour,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("near") @Nullable Double near,
            @QueryParam("other") @Nullable UUID other) {
        return Page.of(samples.page(page, name), page, id -> id).map(id -> new View(id, name, null, null));
    }

    @GET
    @Path("/truths")
    public Truths truths(
            @QueryParam("flag") @Nullable Boolean flag,
            @QueryParam("plain") boolean plain,
            @QueryParam("defaulted") @DefaultValue("true") boolean defaulted,
            @BeanParam Criteria criteria) {
        return new Truths(flag, plain, defaulted, criteria.inBean);
    }

    @GET
    @Path("/{id}")
    public RestResponse<View> get(UUID id) {
        return preconditions.tagged(Preconditions.tag(7), () -> new View(id, "seven", null, null));
    }

    @POST
    @Path("/{id}/renaming")
    public RestResponse<View> rename(UUID id, @Valid Command command) {
        return keys.once(command, () -> samples.requireVisible(id), () -> {
            samples.requireVisible(id);
            return RestResponse.ok(new View(id, command.name(), null, null));
        });
    }

    @PUT
    @Path("/{id}")
    public View change(UUID id, @Valid Command command) {
        preconditions.requireMatch(Preconditions.tag(7));
        return new View(id, command.name(), null, null);
    }

    @GET
    @Path("/{id}/content")
    public Purpose content(UUID id, HttpHeaders headers) {
        return Purpose.of(headers);
    }

    @GET
    @Path("/conflict")
    public View conflict() {
        throw CommonProblem.CONFLICT.because("it is taken");
    }

    @GET
    @Path("/busy")
    public View busy() {
        throw CommonProblem.UNAVAILABLE.because("too many wait already");
    }

    @GET
    @Path("/broken")
    public View broken() {
        throw new IllegalStateException("the secret is 42");
    }

    @GET
    @Path("/outage")
    public View outage() {
        samples.fail();
        throw new IllegalStateException("not reached");
    }

    @GET
    @Path("/race")
    public View race() {
        samples.createTwins(UUID.randomUUID());
        throw new IllegalStateException("not reached");
    }

    @GET
    @Path("/who")
    public Who who() {
        return new Who(
                caller.id(),
                caller.name(),
                caller.jurisdictions().codes(),
                caller.unit().orElse(null),
                caller.has(Roles.ANALYST));
    }

    @GET
    @Path("/open")
    @PermitAll
    public int open(@QueryParam("name") String name) {
        return samples.count(name);
    }
}
