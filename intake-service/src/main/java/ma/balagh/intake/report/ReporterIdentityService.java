package ma.balagh.intake.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.persistence.ServiceWorkRunner;
import ma.balagh.seal.EnvelopeEncryption;
import ma.balagh.seal.SealedTable;

/** Reporters' identities: encrypted in a table of their own; each access records who, when and why. */
@ApplicationScoped
class ReporterIdentityService {

    private final ReporterRepository repository;
    private final ObjectMapper json;
    private final EnvelopeEncryption encryption;
    private final ReportMedia media;
    private final CustodyService custody;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    ReporterIdentityService(
            ReporterRepository repository,
            ObjectMapper json,
            EnvelopeEncryption encryption,
            ReportMedia media,
            CustodyService custody,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.repository = repository;
        this.json = json;
        this.encryption = encryption;
        this.media = media;
        this.custody = custody;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static SealedTable table() {
        return new SealedTable("reporter_identity", "report_id");
    }

    /** What an identity is sealed for. */
    static String context(UUID reportId) {
        return "reporter-identity " + reportId;
    }

    void keep(UUID reportId, ReporterIdentity identity) {
        repository.insert(reportId, encryption.seal(written(identity), context(reportId)));
    }

    /**
     * Reads an identity and records who did, in one transaction: there is no reading without the record. The chains of
     * the report's evidence tell it, too, where nobody can take it out again.
     */
    @Transactional
    Optional<ReporterIdentity> consult(UUID reportId, Caller caller, Purpose purpose) {
        Optional<ReporterIdentity> identity =
                repository.find(reportId).map(kept -> read(encryption.open(kept, context(reportId))));
        if (identity.isPresent()) {
            record(reportId, caller, purpose);
        }
        return identity;
    }

    private void record(UUID reportId, Caller caller, Purpose purpose) {
        repository.consulted(reportId, clock.instant(), caller, purpose);
        var detail = new TreeMap<>(
                Map.of("purpose", purpose.text(), "subject", caller.id(), "reportId", reportId.toString()));
        if (caller.has(Roles.INTERNAL_AFFAIRS)) {
            detail.put(CustodyService.COMPARTMENT, CustodyService.INTERNAL_AFFAIRS);
        }
        // Of evidence in the compartment, too, which the reader does not see.
        var mediaOf = serviceWork.call(() -> media.of(List.of(reportId)));
        mediaOf.getOrDefault(reportId, List.of()).stream()
                .map(ReportMedia.Medium::evidenceId)
                // In one order, so that two readers of reports with the same evidence do not wait for each other.
                .sorted()
                .forEach(evidence -> custody.append(evidence, caller.name(), CustodyAction.IDENTITY_READ, detail));
    }

    private byte[] written(ReporterIdentity identity) {
        try {
            return json.writeValueAsBytes(identity);
        } catch (JsonProcessingException e) {
            // Without the cause: its message could quote the identity.
            throw new IllegalArgumentException("cannot write a reporter's identity");
        }
    }

    private ReporterIdentity read(byte[] plain) {
        try {
            return json.readValue(plain, ReporterIdentity.class);
        } catch (IOException e) {
            throw new IllegalStateException("a reporter's identity is not what was kept");
        }
    }
}
