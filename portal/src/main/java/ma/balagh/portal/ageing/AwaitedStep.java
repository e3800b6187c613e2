package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.dossier.DossierRowResponse;
import ma.balagh.portal.dossier.DossierStateCode;
import ma.balagh.portal.report.ReportResponse;
import org.jspecify.annotations.Nullable;

/** What a report without an answer waits for, in the order of its way. */
@TemplateData
public enum AwaitedStep {
    /** Only a person can bring its medium. */
    MEDIUM,
    FETCH,
    DOSSIER,
    /** Its dossier is not to be had, or not for the viewer. */
    ANSWER,
    EXAMINATION,
    PROPOSAL,
    CONFIRMATION,
    CONCLUSION;

    /** Whether the report is in a dossier: then it waits for that, even if its own medium is missing. */
    public boolean isInDossier() {
        return compareTo(DOSSIER) > 0;
    }

    static AwaitedStep of(DossierRowResponse dossier) {
        if (dossier.state() == DossierStateCode.OPEN) {
            return dossier.ready() ? PROPOSAL : EXAMINATION;
        }
        return dossier.state() == DossierStateCode.PROPOSED ? CONFIRMATION : CONCLUSION;
    }

    /** @param missing a medium that is named and not here; nothing where none is */
    static AwaitedStep outsideOfDossiers(ReportResponse.@Nullable MediaLink missing) {
        if (missing == null) {
            return DOSSIER;
        }
        return missing.isUnobtainable() ? MEDIUM : FETCH;
    }
}
