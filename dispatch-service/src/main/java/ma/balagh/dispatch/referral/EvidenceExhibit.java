package ma.balagh.dispatch.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evidence that stands in the dossier, as analysis lists it.
 *
 * @param sha256 of the original, in hexadecimal digits
 * @param size of the original in bytes; null where analysis was not told
 * @param erasedAt since when its bytes are kept no more; null while they are
 */
record EvidenceExhibit(
        UUID id,
        String sha256,
        @Nullable Long size,
        @Nullable String mediaType,
        @Nullable String securedAt,
        @Nullable String erasedAt) {

    static List<EvidenceExhibit> of(JsonNode list) {
        var exhibits = new ArrayList<EvidenceExhibit>();
        for (var evidence : list.path("items")) {
            exhibits.add(new EvidenceExhibit(
                    UUID.fromString(evidence.path("id").asText()),
                    evidence.path("sha256").asText(),
                    evidence.path("size").isNumber() ? evidence.path("size").longValue() : null,
                    text(evidence, "mediaType"),
                    text(evidence, "securedAt"),
                    text(evidence, "erasedAt")));
        }
        return exhibits;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    /** Whether intake still has its bytes, and so a bundle of it. */
    boolean isKept() {
        return erasedAt == null;
    }

    /** The name of its bundle in the container. */
    String entry() {
        return "evidence/" + id + ".zip";
    }
}
