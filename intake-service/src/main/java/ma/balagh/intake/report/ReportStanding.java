package ma.balagh.intake.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The consequence for a report of all the dossiers that it stands in.
 *
 * @param answer null while one of them has not ended
 * @param ruledBy the dossier whose answer it is without anybody's look at the report; null where somebody looked
 * @param forwarded it is hidden with those that were handed to another competent authority
 */
public record ReportStanding(
        @Nullable Answer answer, @Nullable UUID ruledBy, boolean forwarded) {}
