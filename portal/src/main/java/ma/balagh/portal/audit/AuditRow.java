package ma.balagh.portal.audit;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * An entry, as the viewer is shown it.
 *
 * @param type what the record is; nothing for what is new to us
 * @param page of the record; nothing where there is none that the viewer may open
 */
@TemplateData
public record AuditRow(
        AuditEntryResponse entry,
        @Nullable AuditRecordCode type,
        @Nullable String page) {

    static AuditRow of(AuditEntryResponse entry, Viewer viewer) {
        AuditRecordCode type = AuditRecordCode.of(entry.recordType());
        return new AuditRow(entry, type, type == null ? null : type.pageOf(entry.record(), viewer));
    }
}
