package ma.balagh.dispatch.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents as a collection of features (RFC 7946); one whose place is not known has no geometry. */
final class IncidentGeoJsonWriter implements IncidentExportWriter {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final JsonGenerator json;

    IncidentGeoJsonWriter(OutputStream out) throws IOException {
        json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    @Override
    public void write(List<ExportedIncident> incidents) throws IOException {
        for (var incident : incidents) {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeStringField("id", incident.id().toString());
            writeGeometry(incident.latitude(), incident.longitude());
            writeProperties(incident);
            json.writeEndObject();
        }
    }

    private void writeGeometry(@Nullable Double latitude, @Nullable Double longitude) throws IOException {
        if (latitude == null || longitude == null) {
            json.writeNullField("geometry");
            return;
        }
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeFieldName("coordinates");
        json.writeArray(new double[] {longitude, latitude}, 0, 2);
        json.writeEndObject();
    }

    private void writeProperties(ExportedIncident incident) throws IOException {
        json.writeObjectFieldStart("properties");
        write("dossierId", incident.dossierId());
        write("jurisdiction", incident.jurisdiction());
        write("type", incident.type());
        json.writeNumberField("severity", incident.severity());
        write("state", incident.state());
        write("occurredAt", incident.occurredAt());
        write("openedAt", incident.openedAt());
        write("outcome", incident.outcome());
        if (incident.persons() != null) {
            json.writeNumberField("persons", incident.persons());
        }
        write("resolvedAt", incident.resolvedAt());
        write("referredAt", incident.referredAt());
        write("verdictWithdrawnAt", incident.verdictWithdrawnAt());
        json.writeEndObject();
    }

    /** Nothing where there is nothing. */
    private void write(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
