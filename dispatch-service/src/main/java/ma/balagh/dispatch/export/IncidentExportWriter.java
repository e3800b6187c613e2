package ma.balagh.dispatch.export;

import java.io.IOException;
import java.util.List;

/** Writes incidents into a stream, some at a time. What was not ended is no whole file. */
sealed interface IncidentExportWriter permits IncidentCsvWriter, IncidentGeoJsonWriter {

    void write(List<ExportedIncident> incidents) throws IOException;

    void end() throws IOException;
}
