package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the reporter was told of the outcome, as it stands in the file: nothing outside the compartment changes by it.
 *
 * @param by user name of who noted it
 */
@Embeddable
record ReporterAnswer(
        @Enumerated(EnumType.STRING) @Column(name = "answer_channel")
        Channel channel,

        @Column(name = "answer_wording") String wording,
        @Column(name = "answered_by") String by,
        @Column(name = "answered_at") Instant at) {

    /** How the reporter was told. */
    @Schema(name = "ReporterAnswerChannel")
    enum Channel {
        /** What the receipt says already, and goes on saying. */
        RECEIPT,
        LETTER,
        IN_PERSON,
        THROUGH_COUNSEL
    }
}
