package ma.balagh.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.TimePosition;

/** Shows the trail, and notes who read it. */
@ApplicationScoped
class AuditService {

    private final AuditRepository repository;

    AuditService(AuditRepository repository) {
        this.repository = repository;
    }

    /** The reading itself stands in the next answer. */
    @Transactional
    Page<AuditEntryView> read(AuditFilter filter, PageRequest page, Caller caller) {
        var entries = repository.entries(filter, page.after(TimePosition::parse), page.fetch());
        repository.record(IdGenerator.next(), caller, filter);
        return Page.of(entries, page, entry -> new TimePosition(entry.at(), entry.id()));
    }
}
