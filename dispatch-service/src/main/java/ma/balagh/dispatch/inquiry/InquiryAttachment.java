package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** Evidence that an inquiry refers to. Its bytes lie in intake, under its custody; the digest says which ones were meant. */
@Entity
@Immutable
class InquiryAttachment {

    @Id
    private UUID id;

    private UUID inquiryId;
    private UUID evidenceId;
    private String sha256;
    private String title;
    private String addedBy;
    private Instant addedAt;

    protected InquiryAttachment() {}

    static InquiryAttachment of(UUID inquiryId, UUID evidenceId, String sha256, String title, InquiryActor by) {
        var attachment = new InquiryAttachment();
        attachment.id = IdGenerator.next();
        attachment.inquiryId = inquiryId;
        attachment.evidenceId = evidenceId;
        attachment.sha256 = sha256;
        attachment.title = title;
        attachment.addedBy = by.name();
        attachment.addedAt = by.at();
        return attachment;
    }

    /** @param sha256 of the evidence's bytes, in hexadecimal digits, as intake has it */
    @Schema(name = "InquiryAttachment")
    record View(UUID id, UUID evidenceId, String sha256, String title, String addedBy, Instant addedAt) {}

    View view() {
        return new View(id, evidenceId, sha256, title, addedBy, addedAt);
    }

    UUID evidenceId() {
        return evidenceId;
    }
}
