package ma.balagh.dispatch.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.communique.CommuniqueConfig;
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
    private final CommuniqueConfig publication;

    IncidentExportService(
            IncidentExportRepository repository,
            IncidentPageReader pages,
            Timestamps moments,
            CommuniqueConfig publication) {
        this.repository = repository;
        this.pages = pages;
        this.moments = moments;
        this.publication = publication;
    }

    /** Before anything is written: no export without its trace. Returns its id. */
    @Transactional
    UUID record(ExportFilter filter, ExportFormat format, Caller caller, Purpose purpose) {
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
        return export.id();
    }

    /** Some at a time, each in a transaction of its own, so that a slow reader holds neither memory nor a connection. */
    void write(UUID id, ExportFilter filter, ExportFormat format, OutputStream out) throws IOException {
        try {
            write(filter, writer(id, format, out));
        } catch (XMLStreamException e) {
            throw new IOException("the export was broken off", e);
        }
    }

    private void write(ExportFilter filter, IncidentExportWriter writer) throws IOException, XMLStreamException {
        var after = new UUID(0, 0);
        var some = pages.after(filter, after);
        while (!some.isEmpty()) {
            writer.write(some);
            after = some.getLast().id();
            some = pages.after(filter, after);
        }
        writer.end();
    }

    private IncidentExportWriter writer(UUID id, ExportFormat format, OutputStream out)
            throws IOException, XMLStreamException {
        return switch (format) {
            case GEOJSON -> new IncidentGeoJsonWriter(out);
            case CSV -> new IncidentCsvWriter(out);
            case EDXL -> new IncidentEdxlWriter(out, id, publication.sender(), moments.now());
        };
    }

    @Transactional
    Page<IncidentExportView> page(PageRequest request) {
        return Page.of(repository.page(request), request, IncidentExportView::id);
    }
}
