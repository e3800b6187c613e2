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
import org.jspecify.annotations.Nullable;

/** Who looked at which still or moment of a medium, when and why. */
@ApplicationScoped
public class StillLooks {

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
        add(examinationId, number, null, purpose);
    }

    /** @param at seconds from the beginning at which the picture appears */
    @Transactional
    public void recordMoment(UUID examinationId, double at, Purpose purpose) {
        add(examinationId, null, at, purpose);
    }

    /** A look at all stills at once. */
    @Transactional
    public void recordAll(UUID examinationId, Purpose purpose) {
        add(examinationId, null, null, purpose);
    }

    private void add(UUID examinationId, @Nullable Integer number, @Nullable Double at, Purpose purpose) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into still_look
                            (id, examination_id, number, picture_at_s, viewer_id, viewer_name, purpose, at)
                        values (:id, :examinationId, :number, :pictureAt, :viewerId, :viewerName, :purpose, :at)
                        """)
                .bind("id", Ids.next())
                .bind("examinationId", examinationId)
                .bind("number", number)
                .bind("pictureAt", at)
                .bind("viewerId", caller.id())
                .bind("viewerName", caller.name())
                .bind("purpose", purpose.text())
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }
}
