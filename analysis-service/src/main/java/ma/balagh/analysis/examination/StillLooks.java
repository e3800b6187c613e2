package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import org.jdbi.v3.core.Jdbi;

/** Who looked at which still, when and why. */
@ApplicationScoped
class StillLooks {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Clock clock;

    StillLooks(Jdbi jdbi, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void record(UUID examinationId, int number, Purpose purpose) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into still_look (id, examination_id, number, viewer_id, viewer_name, purpose, at)
                        values (:id, :examinationId, :number, :viewerId, :viewerName, :purpose, :at)
                        """)
                .bind("id", Ids.next())
                .bind("examinationId", examinationId)
                .bind("number", number)
                .bind("viewerId", caller.id())
                .bind("viewerName", caller.name())
                .bind("purpose", purpose.text())
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }
}
