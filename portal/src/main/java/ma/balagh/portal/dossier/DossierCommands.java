package ma.balagh.portal.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal sends to analysis to change a dossier as a whole. */
public interface DossierCommands {

    /** Another dossier becomes part of it. */
    record Join(@Nullable String dossierId, @Nullable String reason) {}

    /** Some of its evidence gets a dossier of its own. */
    record Separate(List<String> evidenceIds, @Nullable String reason) {}

    /** Its verdict is taken back. */
    record Reopen(@Nullable String reason) {}
}
