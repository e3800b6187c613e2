package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.http.Caller;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.ConsultationService;
import ma.balagh.intake.custody.CustodyChainVerifier;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.custody.CustodyService;
import org.jspecify.annotations.Nullable;

/** Reads the chains of an evidence, as far as the caller may see them. */
@ApplicationScoped
class CustodyQueryService {

    private final EvidenceRepository repository;
    private final CustodyService custody;
    private final ConsultationService consultations;

    CustodyQueryService(EvidenceRepository repository, CustodyService custody, ConsultationService consultations) {
        this.repository = repository;
        this.custody = custody;
        this.consultations = consultations;
    }

    /**
     * Brings consultations that are going on into the chain that the reader sees next. Those outside the compartment stay
     * open for internal affairs: that they end now would show that somebody reads.
     */
    void close(Evidence evidence, Caller reader) {
        consultations.close(evidence.id(), reader.has(Roles.INTERNAL_AFFAIRS));
    }

    /** One page of the evidence's chain. */
    CustodyView page(Evidence evidence, Caller reader, PageRequest request) {
        return page(evidence, evidence.id(), reader, request);
    }

    /** One page of what internal affairs did with the evidence. */
    CustodyView compartmentPage(Evidence evidence, Caller reader, PageRequest request) {
        return page(evidence, custody.compartment(evidence.id()).orElse(evidence.id()), reader, request);
    }

    /** The whole chain of an evidence, or of its compartment, as it is now. */
    CustodyChainReader chain(UUID chainId, Caller reader) {
        return new CustodyChainReader(custody, chainId, entries -> hidden(entries, reader));
    }

    /** The chain of what internal affairs did with the evidence, for themselves. */
    Optional<UUID> compartment(Evidence evidence, Caller reader) {
        return reader.has(Roles.INTERNAL_AFFAIRS) ? custody.compartment(evidence.id()) : Optional.empty();
    }

    private CustodyView page(Evidence evidence, UUID chain, Caller reader, PageRequest request) {
        int after = request.after(CustodyQueryService::sequence).orElse(0);
        var shown = new ArrayList<CustodyEntry>();
        String fault = null;
        CustodyEntry before = null;
        // With the entry before the page, which its first one follows from.
        int read = after - 1;
        List<CustodyEntry> entries;
        do {
            entries = custody.page(chain, read, Integer.MAX_VALUE, request.fetch() + 1);
            Set<Integer> hidden = hidden(entries, reader);
            for (CustodyEntry entry : entries) {
                if (entry.sequence() > after) {
                    fault = fault == null ? fault(before, entry) : fault;
                    if (!hidden.contains(entry.sequence())) {
                        shown.add(entry);
                    }
                }
                before = entry;
                read = entry.sequence();
            }
        } while (!entries.isEmpty() && shown.size() < request.fetch());
        return CustodyView.of(
                evidence, chain, fault, shown.subList(0, Math.min(shown.size(), request.fetch())), request);
    }

    private static @Nullable String fault(@Nullable CustodyEntry before, CustodyEntry entry) {
        return CustodyChainVerifier.follows(before, entry)
                .map(broken -> "entry " + broken.sequence() + ": " + broken.reason())
                .orElse(null);
    }

    private Set<Integer> hidden(List<CustodyEntry> entries, Caller reader) {
        Set<UUID> named = entries.stream()
                .map(CustodyQueryService::report)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> visible = named.isEmpty() ? Set.of() : repository.visibleReports(named);
        boolean isInside = reader.has(Roles.INTERNAL_AFFAIRS);
        var hidden = new HashSet<Integer>();
        for (CustodyEntry entry : entries) {
            UUID report = report(entry);
            if ((report != null && !visible.contains(report))
                    || (!isInside && entry.detail().containsKey(CustodyService.COMPARTMENT))) {
                hidden.add(entry.sequence());
            }
        }
        return hidden;
    }

    private static @Nullable UUID report(CustodyEntry entry) {
        String report = entry.detail().get(CustodyView.REPORT);
        return report == null ? null : UUID.fromString(report);
    }

    private static int sequence(String cursor) {
        int sequence = Integer.parseInt(cursor);
        if (sequence < 1) {
            throw new IllegalArgumentException("no entry has the number " + sequence);
        }
        return sequence;
    }
}
