package ma.balagh.analysis.dossier;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.contracts.intake.ReportReceived;

/** Events as intake publishes them. */
public final class IntakeEvents {

    public static final Instant RECEIVED_AT = Instant.parse("2026-11-24T08:30:00.123Z");
    public static final Instant SECURED_AT = Instant.parse("2026-11-24T08:30:02.456Z");
    public static final Claim CLAIM =
            new Claim(Instant.parse("2026-11-23T22:10:00Z"), "Boulevard Zerktouni", 33.5883, -7.6322);

    private IntakeEvents() {}

    public static ReportReceived report(UUID reportId, String jurisdiction) {
        return report(reportId, jurisdiction, "Vol à l'arraché", "سرقة هاتف في الدار البيضاء #زيرو_كريساج");
    }

    public static ReportReceived report(UUID reportId, String jurisdiction, String title, String text) {
        return report(reportId, jurisdiction, title, text, CLAIM);
    }

    public static ReportReceived report(UUID reportId, String jurisdiction, String title, String text, Claim claim) {
        return new ReportReceived(
                reportId,
                Channel.SOCIAL,
                jurisdiction,
                RECEIVED_AT.minusSeconds(600),
                RECEIVED_AT,
                "https://video.example/" + reportId,
                title,
                text,
                "ar",
                claim);
    }

    public static EvidenceSecured secured(UUID evidenceId, UUID reportId, String jurisdiction) {
        return secured(evidenceId, sha256(evidenceId), reportId, jurisdiction);
    }

    public static EvidenceSecured secured(UUID evidenceId, String sha256, UUID reportId, String jurisdiction) {
        return new EvidenceSecured(
                evidenceId, reportId, sha256, 4_200_000, "video/mp4", jurisdiction, RECEIVED_AT, SECURED_AT, null);
    }

    /** What a crew brings that says it is on the incident of that dossier. */
    static EvidenceSecured brought(UUID evidenceId, UUID reportId, FieldOrigin field) {
        var secured = secured(evidenceId, reportId, "MA-CAS");
        return new EvidenceSecured(
                evidenceId,
                reportId,
                secured.sha256(),
                secured.size(),
                "image/jpeg",
                secured.jurisdiction(),
                RECEIVED_AT,
                SECURED_AT,
                field);
    }

    public static EvidenceSighted sighted(UUID evidenceId, UUID reportId, String jurisdiction) {
        return new EvidenceSighted(evidenceId, reportId, sha256(evidenceId), jurisdiction, SECURED_AT);
    }

    /** Any digest will do as long as each evidence has its own. */
    static String sha256(UUID evidenceId) {
        return evidenceId.toString().replace("-", "").repeat(2);
    }
}
