package ma.balagh.analysis.rendition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Maps requests for renditions and their provenance to JSON in the database. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            RenditionRequest.class,
            RedactionRectangle.class,
            RenditionProvenance.class,
            RenditionProvenance.Hidden.class
        })
class RenditionJsonMapper {

    private final ObjectMapper json;

    RenditionJsonMapper(ObjectMapper json) {
        this.json = json;
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    RenditionRequest wish(String text) {
        return read(text, RenditionRequest.class);
    }

    RenditionProvenance made(String text) {
        return read(text, RenditionProvenance.class);
    }

    /** The same for wishes that the same version of a method fulfils in the same way. */
    String digest(RenditionRequest wish) {
        try {
            String told = wish.kind().method() + " " + wish.kind().version() + " " + written(wish);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was written: " + type.getSimpleName(), e);
        }
    }
}
