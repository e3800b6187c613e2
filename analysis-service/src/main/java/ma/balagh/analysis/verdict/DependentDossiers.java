package ma.balagh.analysis.verdict;

import java.util.List;
import java.util.UUID;

/** Which dossiers show something that they owe to another one. Owned here, answered by whoever computes that. */
public interface DependentDossiers {

    /** Those that wait for a verdict, and for which it may make a difference that the other one is hidden. */
    List<UUID> on(UUID dossierId);
}
