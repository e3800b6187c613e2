package ma.balagh.dispatch.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import ma.balagh.dispatch.CsvLineFormatter;

/** Incidents as comma-separated values, with a line of names first. */
final class IncidentCsvWriter implements IncidentExportWriter {

    private static final String HEADER = CsvLineFormatter.line(
            "id",
            "dossierId",
            "jurisdiction",
            "type",
            "severity",
            "state",
            "latitude",
            "longitude",
            "occurredAt",
            "openedAt",
            "outcome",
            "persons",
            "resolvedAt",
            "referredAt",
            "verdictWithdrawnAt");

    private final OutputStream out;

    IncidentCsvWriter(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER.getBytes(UTF_8));
    }

    @Override
    public void write(List<ExportedIncident> incidents) throws IOException {
        for (var incident : incidents) {
            out.write(line(incident).getBytes(UTF_8));
        }
    }

    private static String line(ExportedIncident incident) {
        return CsvLineFormatter.line(
                incident.id(),
                incident.dossierId(),
                incident.jurisdiction(),
                incident.type(),
                incident.severity(),
                incident.state(),
                incident.latitude(),
                incident.longitude(),
                incident.occurredAt(),
                incident.openedAt(),
                incident.outcome(),
                incident.persons(),
                incident.resolvedAt(),
                incident.referredAt(),
                incident.verdictWithdrawnAt());
    }

    @Override
    public void end() {
        // A file of lines has no end of its own.
    }
}
