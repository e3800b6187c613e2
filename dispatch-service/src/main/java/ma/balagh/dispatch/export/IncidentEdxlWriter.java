package ma.balagh.dispatch.export;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.balagh.dispatch.CapTimeFormatter;

/**
 * Incidents as a message of the Emergency Data Exchange Language (EDXL-DE 1.0 of OASIS), in which each is an alert of the
 * Common Alerting Protocol 1.2 with the scope "Restricted". Two people presumed the offence: its certainty is "Likely",
 * never "Observed".
 */
final class IncidentEdxlWriter implements IncidentExportWriter {

    private static final String DISTRIBUTION = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";
    private static final String ALERT = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final String CONFIDENTIALITY = "Restricted to the agency and the partner whom it is given to";

    private final XMLStreamWriter xml;
    private final String sender;

    /**
     * @param id of the message, as it is noted
     * @param sender a domain name
     */
    IncidentEdxlWriter(OutputStream out, UUID id, String sender, Instant now) throws XMLStreamException {
        this.sender = sender;
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("EDXLDistribution");
        xml.writeDefaultNamespace(DISTRIBUTION);
        element("distributionID", id.toString());
        element("senderID", "incidents@" + sender);
        element("dateTimeSent", CapTimeFormatter.format(now));
        element("distributionStatus", "Actual");
        element("distributionType", "Report");
        element("combinedConfidentiality", CONFIDENTIALITY);
    }

    @Override
    public void write(List<ExportedIncident> incidents) throws XMLStreamException {
        for (var incident : incidents) {
            xml.writeStartElement("contentObject");
            element("incidentID", incident.id().toString());
            element("incidentDescription", incident.type());
            xml.writeStartElement("xmlContent");
            xml.writeStartElement("embeddedXMLContent");
            writeAlert(incident);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private void writeAlert(ExportedIncident incident) throws XMLStreamException {
        xml.writeStartElement("alert");
        xml.writeDefaultNamespace(ALERT);
        element("identifier", incident.id().toString());
        element("sender", sender);
        element("sent", CapTimeFormatter.format(incident.openedAt()));
        element("status", "Actual");
        element("msgType", "Alert");
        element("scope", "Restricted");
        element("restriction", CONFIDENTIALITY);
        xml.writeStartElement("info");
        element("language", "en");
        element("category", "Security");
        boolean stands = incident.verdictWithdrawnAt() == null;
        element("event", (stands ? "Presumed offence: " : "Verdict withdrawn: ") + incident.type());
        element("urgency", stands && incident.resolvedAt() == null ? "Immediate" : "Past");
        element("severity", severity(incident.severity()));
        element("certainty", stands ? "Likely" : "Unlikely");
        if (incident.occurredAt() != null) {
            element("onset", CapTimeFormatter.format(incident.occurredAt()));
        }
        writeParameters(incident);
        writeArea(incident);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writeParameters(ExportedIncident incident) throws XMLStreamException {
        named("parameter", "dossierId", incident.dossierId());
        named("parameter", "state", incident.state());
        if (incident.outcome() != null) {
            named("parameter", "outcome", incident.outcome());
        }
        if (incident.persons() != null) {
            named("parameter", "persons", incident.persons());
        }
        if (incident.resolvedAt() != null) {
            named("parameter", "resolvedAt", CapTimeFormatter.format(incident.resolvedAt()));
        }
        if (incident.referredAt() != null) {
            named("parameter", "referredAt", CapTimeFormatter.format(incident.referredAt()));
        }
        if (incident.verdictWithdrawnAt() != null) {
            named("parameter", "verdictWithdrawnAt", CapTimeFormatter.format(incident.verdictWithdrawnAt()));
        }
    }

    /** A circle without a radius is a point. */
    private void writeArea(ExportedIncident incident) throws XMLStreamException {
        xml.writeStartElement("area");
        element("areaDesc", incident.jurisdiction());
        if (incident.latitude() != null && incident.longitude() != null) {
            element("circle", incident.latitude() + "," + incident.longitude() + " 0");
        }
        named("geocode", "jurisdiction", incident.jurisdiction());
        xml.writeEndElement();
    }

    private void named(String element, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(element);
        element("valueName", name);
        element("value", value.toString());
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** @param level of the incident, 1 to 4 */
    private static String severity(int level) {
        return switch (level) {
            case 4 -> "Extreme";
            case 3 -> "Severe";
            case 2 -> "Moderate";
            default -> "Minor";
        };
    }

    @Override
    public void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }
}
