package ma.balagh.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something with a record.
 *
 * @param person the account's lasting id; absent where only its name was kept, and where the service did it
 * @param personName the name that the account had, or the service's
 * @param record absent where it was no single one
 * @param purpose why, in their words; absent where nobody has to say so
 * @param leaf absent until the log has the entry
 */
public record AuditEntryView(
        UUID id,
        Instant at,
        @Nullable String person,
        String personName,
        AuditKind kind,

        @Schema(description = "What the record is, such as EVIDENCE, DOSSIER or INCIDENT.")
        String recordType,

        @Nullable UUID record,
        @Nullable String purpose,
        @Nullable AuditLeafView leaf) {

    AuditEntryView in(@Nullable AuditLeafView place) {
        return new AuditEntryView(id, at, person, personName, kind, recordType, record, purpose, place);
    }
}
