package ma.balagh.analysis.examination;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where evidence stands, as the caller of the current request may know it. Owned here, answered by the dossiers. */
public interface EvidencePlaces {

    /**
     * The dossier of each of these evidences that lies in the caller's jurisdictions and compartments. One that is
     * absent from the answer does not exist for the caller.
     */
    Map<UUID, UUID> dossiersSeenByCaller(Collection<UUID> evidenceIds);
}
