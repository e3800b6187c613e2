package ma.balagh.dispatch.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Purpose;

/** Notes who takes incidents along, and writes them. */
@ApplicationScoped
class IncidentExportService {

    private final IncidentExportRepository repository;
    private final IncidentPageReader pages;
    private final Timestamps moments;

    IncidentExportService(IncidentExportRepository repository, IncidentPageReader pages, Timestamps moments) {
        this.repository = repository;
        this.pages = pages;
        this.moments = moments;
    }

    /** Before anything is written: no export without its trace. */
    @Transactional
    void record(ExportFilter filter, ExportFormat format, Caller caller, Purpose purpose) {
        var export = new IncidentExportView(
                IdGenerator.next(),
                caller.name(),
                moments.now(),
                purpose.text(),
                format,
                filter.jurisdictions(),
                filter.from(),
                filter.to(),
                repository.count(filter));
        repository.record(export, caller.id());
    }

    /** Some at a time, each in a transaction of its own, so that a slow reader holds neither memory nor a connection. */
    void write(ExportFilter filter, ExportFormat format, OutputStream out) throws IOException {
        var writer = writer(format, out);
        var after = new UUID(0, 0);
        var some = pages.after(filter, after);
        while (!some.isEmpty()) {
            writer.write(some);
            after = some.getLast().id();
            some = pages.after(filter, after);
        }
        writer.end();
    }

    private static IncidentExportWriter writer(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case GEOJSON -> new IncidentGeoJsonWriter(out);
            case CSV -> new IncidentCsvWriter(out);
        };
    }

    @Transactional
    Page<IncidentExportView> page(PageRequest request) {
        return Page.of(repository.page(request), request, IncidentExportView::id);
    }
}
