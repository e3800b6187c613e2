package ma.balagh.analysis.examination;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where evidence stands, as the caller of the current request may know it. Owned here, answered by the dossiers. */
public interface EvidencePlaces {

    /**
     * The dossier of each of these evidences that lies in the caller's jurisdictions and compartments. One that is
     * absent from the answer does not exist for the caller.
     */
    Map<UUID, UUID> dossiersSeenByCaller(Collection<UUID> evidenceIds);

    /**
     * Those of these evidences that the caller may know as the other side of a match: besides what the caller sees, for
     * internal affairs all of its jurisdictions, since nobody else can tell it what matches its own evidence.
     */
    Set<UUID> counterpartsKnownToCaller(Collection<UUID> evidenceIds);

    /** Where the event of each of these dossiers took place, of those of which that is known; the caller sees all of them. */
    Map<UUID, ProposedPlace> scenesOf(Collection<UUID> dossierIds);

    /** Whether it stands in a dossier of the compartment. */
    boolean isHidden(UUID evidenceId);
}
