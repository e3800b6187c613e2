package ma.balagh.portal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import ma.balagh.portal.upstream.StreamingUploadClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Passes a report's media on to intake. */
@ApplicationScoped
public class MediaUploadClient {

    private final StreamingUploadClient upload;
    private final String intake;

    MediaUploadClient(
            StreamingUploadClient upload, @ConfigProperty(name = "quarkus.rest-client.intake.url") String intake) {
        this.upload = upload;
        this.intake = intake;
    }

    void pass(UUID reportId, @Nullable String name, HttpHeaders headers, InputStream body) {
        pass(reportId, "", name, headers, body);
    }

    /** @param link of the report, for which somebody brings the file by hand */
    public void passFor(UUID link, UUID reportId, @Nullable String name, HttpHeaders headers, InputStream body) {
        pass(reportId, "?mediaLink=" + link, name, headers, body);
    }

    private void pass(UUID reportId, String query, @Nullable String name, HttpHeaders headers, InputStream body) {
        Map<String, String> named = name == null
                ? Map.of()
                : Map.of(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(name));
        upload.pass(intake + "/api/v1/reports/" + reportId + "/media" + query, named, headers, body);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
