package ma.balagh.analysis.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;

/**
 * Who does it, and why.
 *
 * @param person the token's subject
 * @param name user name
 */
record Actor(String person, String name, String reason) {

    static Actor by(Caller caller, String reason) {
        return new Actor(caller.id(), caller.name(), reason.strip());
    }

    DossierAct joined(UUID intoId, UUID joinedId, Instant at) {
        return new DossierAct(
                IdGenerator.next(),
                DossierAct.Kind.JOINED,
                intoId,
                joinedId,
                List.of(),
                List.of(),
                null,
                reason,
                person,
                name,
                at);
    }

    DossierAct separated(UUID fromId, UUID newId, Collection<UUID> evidenceIds, Instant at) {
        return new DossierAct(
                IdGenerator.next(),
                DossierAct.Kind.SEPARATED,
                fromId,
                newId,
                List.copyOf(evidenceIds),
                List.of(),
                null,
                reason,
                person,
                name,
                at);
    }

    DossierAct attached(UUID intoId, Collection<UUID> reportIds, Instant at) {
        List<UUID> reports = List.copyOf(reportIds);
        return new DossierAct(
                IdGenerator.next(),
                DossierAct.Kind.ATTACHED,
                intoId,
                null,
                List.of(),
                reports,
                null,
                reason,
                person,
                name,
                at);
    }
}
