package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Remembers who looked at which dossier. In the reader's transaction: no look without its trace. */
@ApplicationScoped
public class ConsultationLog {

    private final Jdbi jdbi;
    private final Clock clock;

    ConsultationLog(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param purpose why, as far as it was said */
    public void record(UUID dossierId, Caller caller, @Nullable String purpose) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into consultation
                            (consultation_id, dossier_id, person, person_name, purpose, consulted_at)
                        values (:id, :dossierId, :person, :name, :purpose, :at)
                        """)
                .bind("id", Ids.next())
                .bind("dossierId", dossierId)
                .bind("person", caller.id())
                .bind("name", caller.name())
                .bind("purpose", purpose)
                .bind("at", clock.instant())
                .execute());
    }
}
