package ma.balagh.analysis.verdict;

import java.util.List;
import java.util.UUID;

/**
 * Dossiers that show something derived from another one. Declared here, implemented by the feature that computes it.
 */
public interface DependentDossiers {

    /** Those that wait for a verdict, and for which it may make a difference that the other one is hidden. */
    List<UUID> on(UUID dossierId);
}
