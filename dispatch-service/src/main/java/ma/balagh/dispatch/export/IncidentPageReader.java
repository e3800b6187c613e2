package ma.balagh.dispatch.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the incidents of a file, a page in each transaction. */
@ApplicationScoped
class IncidentPageReader {

    static final int PAGE_SIZE = 500;

    private final IncidentExportRepository repository;

    IncidentPageReader(IncidentExportRepository repository) {
        this.repository = repository;
    }

    @Transactional
    List<ExportedIncident> after(ExportFilter filter, UUID after) {
        return repository.some(filter, after, PAGE_SIZE);
    }
}
