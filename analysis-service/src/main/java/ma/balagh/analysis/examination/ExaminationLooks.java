package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;

/** Who looked at which examination, and when. In the reader's transaction: no look without its trace. */
@ApplicationScoped
class ExaminationLooks {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Clock clock;

    ExaminationLooks(Jdbi jdbi, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param shown what the caller is shown */
    List<ExaminationView> record(List<ExaminationView> shown) {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        for (var examination : shown) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into examination_look (id, examination_id, viewer_id, viewer_name, at)
                            values (:id, :examinationId, :viewerId, :viewerName, :at)
                            """)
                    .bind("id", Ids.next())
                    .bind("examinationId", examination.id())
                    .bind("viewerId", caller.id())
                    .bind("viewerName", caller.name())
                    .bind("at", at)
                    .execute());
        }
        return shown;
    }
}
