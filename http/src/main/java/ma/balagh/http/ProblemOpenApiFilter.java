package ma.balagh.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds the problems of every operation to the OpenAPI document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemOpenApiFilter implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";
    private static final String CODE = "ViolationCode";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addSchema(VIOLATION, violation())
                .addSchema(CODE, code())
                .addResponse(
                        PROBLEM,
                        OASFactory.createAPIResponse()
                                .description("Why not (RFC 9457)")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(reference(PROBLEM)))));
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(ProblemOpenApiFilter::refer);
        }
    }

    private static void refer(Operation operation) {
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .setDefaultValue(OASFactory.createAPIResponse().ref(PROBLEM));
        }
    }

    private static Schema problem() {
        return object().addProperty(
                        "type", text().description("/problems/ and the kind of problem: stable, for programs"))
                .addProperty("title", text())
                .addProperty("status", schema(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text().description("The path of the request"))
                .addProperty(
                        "violations",
                        schema(Schema.SchemaType.ARRAY)
                                .items(reference(VIOLATION))
                                .description("What is wrong, field by field; absent when no field is to blame"))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema violation() {
        return object().addProperty("field", text().description("Path in the JSON body, query parameter or header"))
                .addProperty("code", reference(CODE))
                .addProperty(
                        "params",
                        object().description("The bounds that the code speaks of: min, max, allowed; absent without"))
                .addProperty("message", text().description("What is wrong, for a person"))
                .required(List.of("field", "code", "message"));
    }

    private static Schema code() {
        return text().enumeration(Arrays.stream(ViolationCode.values())
                        .<Object>map(ViolationCode::name)
                        .toList())
                .description("Stable; there may be new ones");
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Schema object() {
        return schema(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return schema(Schema.SchemaType.STRING);
    }

    private static Schema schema(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
