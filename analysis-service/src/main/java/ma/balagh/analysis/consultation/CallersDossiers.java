package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.analysis.verdict.ShownDossiers;
import ma.balagh.http.Caller;
import ma.balagh.http.Preconditions;

/** Shows the caller's dossiers: what the caller may not see of one is no part of it, nor of its tag. */
@RequestScoped
class CallersDossiers implements ShownDossiers {

    private final DossierReader reader;
    private final Caller caller;
    private final Preconditions preconditions;

    CallersDossiers(DossierReader reader, Caller caller, Preconditions preconditions) {
        this.reader = reader;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    DossierView show(Dossier dossier) {
        return reader.read(dossier, ReportSight.of(caller));
    }

    @Override
    public EntityTag tag(Dossier dossier) {
        return preconditions.tagOf(show(dossier));
    }
}
