package ma.balagh.intake.upload;

import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Writes the response headers that tell an upload's offset. */
final class TusHeaderWriter {

    /** The evidence that an upload became: a header of ours, beside the link that says the same. */
    static final String EVIDENCE = "Balagh-Evidence";

    // RFC 9110, section 5.6.7.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final ResponseBuilder<Void> answer;
    private final UriInfo uri;

    private TusHeaderWriter(ResponseBuilder<Void> answer, UriInfo uri) {
        this.answer = answer;
        this.uri = uri;
    }

    static TusHeaderWriter to(ResponseBuilder<Void> answer, UriInfo uri) {
        return new TusHeaderWriter(answer, uri);
    }

    TusHeaderWriter expires(Upload upload) {
        answer.header("Upload-Expires", DATE.format(upload.expiresAt()));
        return this;
    }

    TusHeaderWriter stands(Upload upload) {
        answer.header("Upload-Offset", upload.position());
        UUID evidence = upload.evidenceId();
        if (evidence == null) {
            return expires(upload);
        }
        var link = uri.getBaseUriBuilder().path("api/v1/evidence/{id}").build(evidence);
        answer.header(EVIDENCE, evidence).header("Link", "<" + link + ">; rel=\"related\"");
        return this;
    }

    TusHeaderWriter describes(Upload upload) {
        answer.header("Upload-Length", upload.length())
                .header(UploadMetadata.HEADER, upload.metadata().header());
        return this;
    }

    RestResponse<Void> build() {
        return answer.build();
    }
}
