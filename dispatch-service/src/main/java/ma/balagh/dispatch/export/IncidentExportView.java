package ma.balagh.dispatch.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That somebody took incidents along.
 *
 * @param exportedBy the name of their account
 * @param purpose why, in their words
 * @param incidents how many
 */
record IncidentExportView(
        UUID id,
        String exportedBy,
        Instant exportedAt,
        String purpose,
        ExportFormat format,
        List<String> jurisdictions,
        Instant from,
        Instant to,
        long incidents) {}
