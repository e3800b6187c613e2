package ma.balagh.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds the idempotency key to every POST that creates. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class IdempotencyOpenApiFilter implements OASFilter {

    private static final String CREATED = "201";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(path -> {
                Operation post = path.getPOST();
                if (post != null
                        && post.getResponses() != null
                        && post.getResponses().hasAPIResponse(CREATED)) {
                    post.addParameter(key());
                }
            });
        }
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(IdempotencyService.HEADER)
                .in(Parameter.In.HEADER)
                .description("Lets the request be sent again without creating twice; visible ASCII")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(IdempotencyService.LONGEST));
    }
}
