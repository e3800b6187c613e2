package ma.balagh.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.TimePosition;
import ma.balagh.persistence.ServiceWorkRunner;

/** Shows the trail, and notes who read it. */
@ApplicationScoped
class AuditService {

    private final AuditRepository repository;
    private final AuditLogRepository log;
    private final ServiceWorkRunner serviceWork;

    AuditService(AuditRepository repository, AuditLogRepository log, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.log = log;
        this.serviceWork = serviceWork;
    }

    /** The reading itself stands in the next answer. */
    @Transactional
    Page<AuditEntryView> read(AuditFilter filter, PageRequest page, Caller caller) {
        var entries = repository.entries(filter, page.after(TimePosition::parse), page.fetch());
        repository.record(IdGenerator.next(), caller, filter);
        // The log is the service's alone; of these entries the caller may know where they stand in it.
        var ids = entries.stream().map(AuditEntryView::id).toList();
        var leaves = serviceWork.call(() -> log.leaves(ids));
        return Page.of(entries, page, entry -> new TimePosition(entry.at(), entry.id()))
                .map(entry -> entry.in(leaves.get(entry.id())));
    }
}
