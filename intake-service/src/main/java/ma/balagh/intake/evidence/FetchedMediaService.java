package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportAudience;
import org.jspecify.annotations.Nullable;

/** Secures downloaded media as evidence of their report, exactly like uploads. */
@ApplicationScoped
public class FetchedMediaService {

    /** Who brings it, in custody. */
    private static final String FETCHER = "fetcher";

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*([A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,120})\\s*(?:;.*)?");
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final EvidenceService evidenceService;

    FetchedMediaService(EvidenceService evidenceService) {
        this.evidenceService = evidenceService;
    }

    /**
     * Before the transaction: what takes long and stays right when that fails. The bytes are on disk afterwards.
     *
     * @param sees what may be said of earlier media to those who read the report
     * @throws ma.balagh.http.ProblemException when the store cannot be read or written
     */
    public void prepare(PartialMediumWriter medium, ReportAudience sees) {
        try {
            medium.force();
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        }
        evidenceService.prepare(medium.received(), new Submitter(FETCHER, sees));
    }

    /**
     * In the caller's transaction; the partial file is part of the store afterwards.
     *
     * @param sees what may be said of earlier media to those who read the report
     * @param contentType what the server says that it is
     * @param disposition the header {@code Content-Disposition}, which may have a name
     * @param origin what custody says of where the bytes come from
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID secure(
            Report report,
            ReportAudience sees,
            PartialMediumWriter medium,
            @Nullable String contentType,
            @Nullable String disposition,
            Map<String, String> origin) {
        var bringer = new Submitter(FETCHER, sees, origin);
        return evidenceService
                .secure(report, medium.received(), declared(contentType, disposition), bringer)
                .evidence()
                .id();
    }

    /**
     * Lets an evidence stand in a further report that names the address where it was fetched; in the caller's transaction.
     * The other parameters are as those of {@link #secure}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void share(
            Report report,
            ReportAudience sees,
            UUID evidence,
            @Nullable String contentType,
            @Nullable String disposition,
            Map<String, String> origin) {
        evidenceService.share(
                report, evidence, declared(contentType, disposition), new Submitter(FETCHER, sees, origin));
    }

    private static DeclaredMetadata declared(@Nullable String contentType, @Nullable String disposition) {
        return new DeclaredMetadata(
                mediaType(contentType),
                disposition == null ? null : FileNameParser.of(disposition).orElse(null));
    }

    private static String mediaType(@Nullable String header) {
        var type = MEDIA_TYPE.matcher(header == null ? "" : header);
        return type.matches() ? type.group(1).toLowerCase(Locale.ROOT) : UNKNOWN_TYPE;
    }
}
