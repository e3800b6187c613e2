package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import ma.balagh.contracts.Ids;
import ma.balagh.dispatch.Moments;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;

/** Remembers who looked at which inquiry. In the reader's transaction: no look without its trace. */
@ApplicationScoped
class InquiryConsultations {

    private final Jdbi jdbi;
    private final Moments moments;

    InquiryConsultations(Jdbi jdbi, Moments moments) {
        this.jdbi = jdbi;
        this.moments = moments;
    }

    /** @param inquiries all that the caller is shown */
    void record(Collection<Inquiry> inquiries, Caller caller) {
        if (inquiries.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into inquiry_consultation (id, inquiry_id, person, person_name, consulted_at)
                    values (:id, :inquiryId, :person, :name, :at)
                    """);
            for (var inquiry : inquiries) {
                batch.bind("id", Ids.next())
                        .bind("inquiryId", inquiry.id())
                        .bind("person", caller.id())
                        .bind("name", caller.name())
                        .bind("at", moments.now())
                        .add();
            }
            batch.execute();
        });
    }
}
