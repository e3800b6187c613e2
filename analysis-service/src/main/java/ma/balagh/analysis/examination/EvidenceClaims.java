package ma.balagh.analysis.examination;

import java.util.UUID;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;

/** What reports claim about evidence. Declared here, implemented by the dossiers. */
public interface EvidenceClaims {

    /** What the first report that brought it says, as far as it is known by now. */
    ClaimedCircumstances about(UUID evidenceId);
}
