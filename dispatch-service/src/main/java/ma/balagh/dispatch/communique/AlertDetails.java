package ma.balagh.dispatch.communique;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * What an alert says beside its texts, in the words of the Common Alerting Protocol 1.2, section 3.2.2.
 *
 * @param expiresAt until when it holds
 */
@Embeddable
record AlertDetails(
        @NotNull @Enumerated(EnumType.STRING) @Column(name = "alert_urgency")
        Urgency urgency,

        @NotNull @Enumerated(EnumType.STRING) @Column(name = "alert_severity")
        Severity severity,

        @NotNull @Enumerated(EnumType.STRING) @Column(name = "alert_certainty")
        Certainty certainty,

        @NotNull @Column(name = "alert_expires_at") Instant expiresAt) {

    /** When people should act. */
    enum Urgency {
        IMMEDIATE,
        EXPECTED,
        FUTURE,
        PAST,
        UNKNOWN
    }

    /** How large the danger is. */
    enum Severity {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR,
        UNKNOWN
    }

    /** How sure it is. */
    enum Certainty {
        OBSERVED,
        LIKELY,
        POSSIBLE,
        UNLIKELY,
        UNKNOWN
    }
}
