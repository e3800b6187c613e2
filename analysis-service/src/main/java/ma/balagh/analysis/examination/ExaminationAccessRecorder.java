package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import ma.balagh.http.Caller;

/** Records who read which examination, in the reader's transaction. */
@ApplicationScoped
class ExaminationAccessRecorder {

    private final ExaminationRepository repository;
    private final Caller caller;
    private final Clock clock;

    ExaminationAccessRecorder(ExaminationRepository repository, Caller caller, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param shown what the caller is shown */
    List<ExaminationView> record(List<ExaminationView> shown) {
        repository.recordLooks(shown.stream().map(ExaminationView::id).toList(), caller, clock.instant());
        return shown;
    }
}
