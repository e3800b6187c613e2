package ma.balagh.portal.audit;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something with a record.
 *
 * @param person the account's lasting id; nothing where only its name was kept, and where a service did it
 * @param kind nothing for one that is new to us
 * @param recordType such as {@code EVIDENCE}
 * @param record nothing where it was no single one
 * @param purpose why, in their words; nothing where nobody has to say so
 */
@TemplateData
public record AuditEntryResponse(
        UUID id,
        Instant at,
        @Nullable String person,
        @Nullable String personName,
        @Nullable AuditKindCode kind,
        @Nullable String recordType,
        @Nullable UUID record,
        @Nullable String purpose) {}
