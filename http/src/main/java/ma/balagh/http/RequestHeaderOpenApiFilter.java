package ma.balagh.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes the headers that several endpoints take: those that they require, which they refer to by name, and the
 * idempotency key of every POST that creates.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RequestHeaderOpenApiFilter implements OASFilter {

    private static final String REFERENCE = "#/components/parameters/";
    private static final String CREATED = "201";
    private static final int LONGEST_TAG = 200;

    @Override
    public Parameter filterParameter(Parameter parameter) {
        return switch (parameter.getRef()) {
            case REFERENCE + HttpHeaders.IF_MATCH ->
                header(HttpHeaders.IF_MATCH, "The ETag of what you have read; a string in double quotes", LONGEST_TAG)
                        .required(true);
            case REFERENCE + Purpose.HEADER ->
                header(
                                Purpose.HEADER,
                                "Why you look at this, in words of 8 to 200 characters (RFC 8187 allowed)",
                                Purpose.LONGEST_ENCODED)
                        .required(true);
            case null, default -> parameter;
        };
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(path -> {
                Operation post = path.getPOST();
                if (post != null
                        && post.getResponses() != null
                        && post.getResponses().hasAPIResponse(CREATED)) {
                    post.addParameter(header(
                            IdempotencyService.HEADER,
                            "Lets the request be sent again without creating twice; visible ASCII",
                            IdempotencyService.LONGEST));
                }
            });
        }
    }

    private static Parameter header(String name, String description, int longest) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(longest));
    }
}
