package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.CrewEvidenceService;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.incident.UnitSent;

/** Once an event says that a unit was sent for a dossier, joins to that dossier what its crew had brought for it. */
@ApplicationScoped
class CrewJoiningService {

    private final CrewEvidenceService crews;
    private final DossierService dossiers;
    private final JoiningService joining;

    CrewJoiningService(CrewEvidenceService crews, DossierService dossiers, JoiningService joining) {
        this.crews = crews;
        this.dossiers = dossiers;
        this.joining = joining;
    }

    /** Runs in the transaction that keeps the assignment. */
    void unitSent(@Observes UnitSent sent) {
        List<UUID> strays = crews.strays(sent.dossierId(), sent.callSign());
        if (strays.isEmpty()) {
            return;
        }
        dossiers.lockAll(
                Stream.concat(Stream.of(sent.dossierId()), strays.stream()).toList());
        Dossier into = dossiers.lock(sent.dossierId()).orElseThrow();
        // While the locks were waited for, somebody may have worked on them.
        crews.strays(sent.dossierId(), sent.callSign()).stream()
                .filter(strays::contains)
                .forEach(id -> joining.joinByItself(into, dossiers.lock(id).orElseThrow()));
    }
}
