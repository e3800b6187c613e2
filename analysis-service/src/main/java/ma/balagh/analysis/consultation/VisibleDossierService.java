package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.examination.ReaderLanguage;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.verdict.VisibleDossiers;
import ma.balagh.http.Caller;
import ma.balagh.http.Preconditions;
import org.jspecify.annotations.Nullable;

/** Shows the caller's dossiers. What the caller may not see is neither in a dossier's view nor in its entity tag. */
@RequestScoped
public class VisibleDossierService implements VisibleDossiers {

    private final DossierQueryService reader;
    private final DossierEvidenceRepository evidence;
    private final DossierConsultationRepository consultations;
    private final Caller caller;
    private final ReaderLanguage language;
    private final Preconditions preconditions;

    VisibleDossierService(
            DossierQueryService reader,
            DossierEvidenceRepository evidence,
            DossierConsultationRepository consultations,
            Caller caller,
            ReaderLanguage language,
            Preconditions preconditions) {
        this.reader = reader;
        this.evidence = evidence;
        this.consultations = consultations;
        this.caller = caller;
        this.language = language;
        this.preconditions = preconditions;
    }

    /**
     * Records that the caller looks at a dossier. In the transaction that reads it: no look without its trace.
     *
     * @param purpose why, as far as it was said
     */
    public void recordLook(UUID dossierId, @Nullable String purpose) {
        consultations.record(dossierId, caller, purpose);
    }

    List<EvidenceInDossier> evidence(Dossier dossier) {
        return evidence.of(dossier.id(), ReportVisibility.of(caller));
    }

    DossierView show(Dossier dossier) {
        return show(dossier, language.wanted());
    }

    @Override
    public Stream<EntityTag> tags(Dossier dossier) {
        return language.wantedFirst()
                .map(each -> preconditions.tagOf(show(dossier, each).forTag()));
    }

    public DossierView show(Dossier dossier, Language told) {
        return reader.read(dossier, ReportVisibility.of(caller), told);
    }
}
