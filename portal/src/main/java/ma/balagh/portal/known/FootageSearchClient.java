package ma.balagh.portal.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import ma.balagh.portal.examination.MatchResponse;
import ma.balagh.portal.upstream.StreamingUploadClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Searches known footage with a file: its bytes are streamed, and nothing is stored. */
@ApplicationScoped
class FootageSearchClient {

    private final StreamingUploadClient upload;
    private final ObjectMapper json;
    private final String analysis;

    FootageSearchClient(
            StreamingUploadClient upload,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.rest-client.analysis.url") String analysis) {
        this.upload = upload;
        this.json = json;
        this.analysis = analysis;
    }

    /** Best first. */
    List<MatchResponse> of(HttpHeaders headers, InputStream medium) {
        String answer = upload.pass(analysis + "/api/v1/known-footage/search", Map.of(), headers, medium);
        try {
            return json.readValue(answer, Found.class).matches();
        } catch (JsonProcessingException e) {
            throw new ProcessingException(e);
        }
    }

    /** What is answered. */
    @RegisterForReflection // No method of a REST client returns it, from which a native image would know.
    record Found(List<MatchResponse> matches) {}
}
