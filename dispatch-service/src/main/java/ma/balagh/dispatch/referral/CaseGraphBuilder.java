package ma.balagh.dispatch.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.balagh.dispatch.incident.RightsDetail;
import ma.balagh.dispatch.incident.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes exhibits and actions as JSON-LD in the terms of CASE 1.4 and UCO 1.4 (caseontology.org), which laboratories and
 * courts can read without this suite. Identities are user names of the agency; nobody arrested is in it.
 */
final class CaseGraphBuilder {

    private static final String KNOWLEDGE_BASE = "kb";
    private static final String OBSERVABLE = "uco-observable:";
    private static final String CORE = "uco-core:";
    private static final String ACTION = "uco-action:";
    private static final String TYPES = "uco-types:";
    private static final String LOCATION = "uco-location:";

    private final TimelineDocument timeline;
    private final List<EvidenceExhibit> exhibits;
    private final ObjectNode document;
    private final ArrayNode graph;
    private final ArrayNode investigated;

    private CaseGraphBuilder(ObjectMapper json, TimelineDocument timeline, List<EvidenceExhibit> exhibits) {
        this.timeline = timeline;
        this.exhibits = exhibits;
        this.document = json.createObjectNode();
        this.investigated = json.createArrayNode();
        var context = document.putObject("@context");
        // Made for this file alone: whoever joins files names people and things anew.
        context.put(KNOWLEDGE_BASE, "urn:balagh:incident:" + timeline.incidentId() + ":");
        context.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
        for (String part : List.of("action", "core", "identity", "location", "observable", "types")) {
            context.put("uco-" + part, "https://ontology.unifiedcyberontology.org/uco/" + part + "/");
        }
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        this.graph = document.putArray("@graph");
    }

    static ObjectNode of(ObjectMapper json, TimelineDocument timeline, List<EvidenceExhibit> exhibits) {
        return new CaseGraphBuilder(json, timeline, exhibits).document();
    }

    private ObjectNode document() {
        @Nullable String place = place();
        for (int i = 0; i < exhibits.size(); i++) {
            exhibit(exhibits.get(i), i + 1);
        }
        for (int i = 0; i < timeline.timeline().size(); i++) {
            action(timeline.timeline().get(i), i, place);
        }
        timeline.timeline().stream().map(TimelineEntry::by).distinct().forEach(this::identity);
        var investigation = graph.addObject();
        investigation.put("@id", named("investigation", timeline.incidentId().toString()));
        investigation.put("@type", "case-investigation:Investigation");
        investigation.put(CORE + "name", "Incident " + timeline.incidentId());
        investigation.put("case-investigation:focus", "Dossier " + timeline.dossierId());
        investigation.set(CORE + "object", investigated);
        return document;
    }

    private void exhibit(EvidenceExhibit exhibit, int number) {
        var file = node("file", exhibit.id().toString(), OBSERVABLE + "File");
        var facets = file.putArray(CORE + "hasFacet");
        var content = facet(facets, "content", exhibit.id(), OBSERVABLE + "ContentDataFacet");
        if (exhibit.mediaType() != null) {
            content.put(OBSERVABLE + "mimeType", exhibit.mediaType());
        }
        if (exhibit.size() != null) {
            typed(
                    content.putObject(OBSERVABLE + "sizeInBytes"),
                    "xsd:integer",
                    exhibit.size().toString());
        }
        var hash = content.putObject(OBSERVABLE + "hash");
        hash.put("@id", named("hash", exhibit.id().toString()));
        hash.put("@type", TYPES + "Hash");
        hash.put(TYPES + "hashMethod", "SHA256");
        typed(
                hash.putObject(TYPES + "hashValue"),
                "xsd:hexBinary",
                exhibit.sha256().toUpperCase(Locale.ROOT));
        var name = facet(facets, "name", exhibit.id(), OBSERVABLE + "FileFacet");
        name.put(OBSERVABLE + "fileName", exhibit.entry());
        var record = node("exhibit", exhibit.id().toString(), "case-investigation:ProvenanceRecord");
        record.put("case-investigation:exhibitNumber", Integer.toString(number));
        if (exhibit.securedAt() != null) {
            time(record, CORE + "objectCreatedTime", exhibit.securedAt());
        }
        reference(record.putArray(CORE + "object"), named("file", exhibit.id().toString()));
    }

    private void action(TimelineEntry entry, int number, @Nullable String place) {
        var action = node("action", number + "-" + entry.kind().name(), "case-investigation:InvestigativeAction");
        action.put(CORE + "name", entry.kind().name());
        time(action, ACTION + "startTime", written(entry.at()));
        time(action, ACTION + "endTime", written(entry.at()));
        action.putObject(ACTION + "performer").put("@id", identityOf(entry.by()));
        if (entry.callSign() != null) {
            action.put(CORE + "description", "unit " + entry.callSign());
        }
        var rights = entry.rights();
        if (rights != null) {
            action.put(CORE + "description", described(rights));
        }
        if (place != null && entry.kind() == TimelineEntry.Kind.ON_SCENE) {
            reference(action.putArray(ACTION + "location"), place);
        }
    }

    private static String described(RightsDetail told) {
        String what = told.duty() == null
                ? Boolean.TRUE.equals(told.minor()) ? "a minor" : "an adult"
                : told.duty() + (Boolean.TRUE.equals(told.done()) ? "" : " not done");
        return "person %d: %s".formatted(told.person(), what);
    }

    private @Nullable String place() {
        if (timeline.latitude() == null || timeline.longitude() == null) {
            return null;
        }
        var place = node("place", "1", LOCATION + "Location");
        if (timeline.place() != null) {
            place.put(CORE + "name", timeline.place());
        }
        var point = facet(
                place.putArray(CORE + "hasFacet"),
                "point",
                timeline.incidentId(),
                LOCATION + "LatLongCoordinatesFacet");
        typed(
                point.putObject(LOCATION + "latitude"),
                "xsd:decimal",
                timeline.latitude().toString());
        typed(
                point.putObject(LOCATION + "longitude"),
                "xsd:decimal",
                timeline.longitude().toString());
        return named("place", "1");
    }

    private void identity(String name) {
        var identity = graph.addObject();
        identity.put("@id", identityOf(name));
        identity.put("@type", "uco-identity:Identity");
        identity.put(CORE + "name", name);
        reference(investigated, identityOf(name));
    }

    /** Of a name, whatever its characters: ids take few. */
    private static String identityOf(String name) {
        return named(
                "identity",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private ObjectNode node(String kind, String id, String type) {
        reference(investigated, named(kind, id));
        return graph.addObject().put("@id", named(kind, id)).put("@type", type);
    }

    private static ObjectNode facet(ArrayNode facets, String kind, UUID of, String type) {
        return facets.addObject()
                .put("@id", named(kind + "-facet", of.toString()))
                .put("@type", type);
    }

    private static void reference(ArrayNode references, String id) {
        references.addObject().put("@id", id);
    }

    private static void time(ObjectNode node, String property, String at) {
        typed(node.putObject(property), "xsd:dateTime", at);
    }

    private static void typed(ObjectNode literal, String type, String value) {
        literal.put("@type", type).put("@value", value);
    }

    private static String written(Instant at) {
        return at.toString();
    }

    private static String named(String kind, String id) {
        return KNOWLEDGE_BASE + ":" + kind + "-" + id;
    }
}
