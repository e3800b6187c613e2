package ma.balagh.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks the service that keeps the chosen trail. */
@ApplicationScoped
class AuditTrailReader {

    private static final int PAGE_SIZE = 50;

    private final IntakeAuditClient intake;
    private final AnalysisAuditClient analysis;
    private final DispatchAuditClient dispatch;

    AuditTrailReader(
            @RestClient IntakeAuditClient intake,
            @RestClient AnalysisAuditClient analysis,
            @RestClient DispatchAuditClient dispatch) {
        this.intake = intake;
        this.analysis = analysis;
        this.dispatch = dispatch;
    }

    /** What all three offer. */
    private interface Trail {

        ResponsePage<AuditEntryResponse> list(
                @Nullable String person,
                @Nullable String record,
                @Nullable String kind,
                @Nullable String purpose,
                @Nullable String from,
                @Nullable String to,
                @Nullable String cursor,
                int limit);
    }

    ResponsePage<AuditEntryResponse> read(AuditTrailFilter filter) {
        Trail trail = switch (filter.owner()) {
            case INTAKE -> intake::list;
            case ANALYSIS -> analysis::list;
            case DISPATCH -> dispatch::list;
        };
        return trail.list(
                filter.person(),
                filter.record(),
                filter.kind(),
                filter.purpose(),
                filter.begin(),
                filter.end(),
                filter.cursor(),
                PAGE_SIZE);
    }
}
