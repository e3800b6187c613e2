package ma.balagh.analysis.known;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyKeys;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** The bank of known footage, for those who recognise it. */
@Path("/api/v1/known-footage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ANALYST)
class KnownFootageResource {

    private final Bank bank;
    private final KnownFootageStore store;
    private final IdempotencyKeys keys;
    private final Preconditions preconditions;
    private final Caller caller;

    KnownFootageResource(
            Bank bank, KnownFootageStore store, IdempotencyKeys keys, Preconditions preconditions, Caller caller) {
        this.bank = bank;
        this.store = store;
        this.keys = keys;
        this.preconditions = preconditions;
        this.caller = caller;
    }

    @GET
    public Page<KnownFootage> list(@BeanParam PageRequest page) {
        return Page.of(store.list(Sight.of(caller), ReportSight.of(caller), page), page, KnownFootage::id);
    }

    @GET
    @Path("{id}")
    public RestResponse<KnownFootage> read(UUID id) {
        KnownFootage entry = bank.read(id);
        return preconditions.tagged(preconditions.tagOf(entry), () -> entry);
    }

    @POST
    public RestResponse<KnownFootage> bank(@Valid BankFootage command) {
        UUID evidenceId = requireNonNull(command.evidenceId());
        return keys.once(command, () -> bank.requireVisible(evidenceId), () -> {
            KnownFootage entry = bank.add(
                    evidenceId,
                    requireNonNull(command.kind()),
                    requireNonNull(command.reference()),
                    requireNonNull(command.summary()));
            return RestResponse.ResponseBuilder.<KnownFootage>created(URI.create("/api/v1/known-footage/" + entry.id()))
                    .entity(entry)
                    .tag(preconditions.tagOf(entry))
                    .build();
        });
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void remove(UUID id) {
        KnownFootage entry = bank.read(id);
        preconditions.requireMatch(preconditions.tagOf(entry));
        bank.remove(entry);
    }
}
