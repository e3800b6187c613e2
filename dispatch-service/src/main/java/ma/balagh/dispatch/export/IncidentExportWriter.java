package ma.balagh.dispatch.export;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes incidents into a stream, some at a time. What was not ended is no whole file. */
sealed interface IncidentExportWriter permits IncidentCsvWriter, IncidentEdxlWriter, IncidentGeoJsonWriter {

    void write(List<ExportedIncident> incidents) throws IOException, XMLStreamException;

    void end() throws IOException, XMLStreamException;
}
