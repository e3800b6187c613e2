package ma.balagh.http;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For native images, which are to answer at once: Quarkus reads the OpenAPI document and writes it as JSON and as YAML
 * before a service answers anything, a sixth of the whole start. Here it does so at the first request for the document.
 */
final class LazyOpenApiSubstitutions {

    private static @Nullable Runnable preparation;

    private LazyOpenApiSubstitutions() {}

    private static OpenApiDocumentService service() {
        return Arc.container().select(OpenApiDocumentService.class).get();
    }

    private static synchronized void prepare() {
        if (preparation != null) {
            preparation.run();
            preparation = null;
        }
    }

    @TargetClass(className = "io.quarkus.smallrye.openapi.runtime.OpenApiRecorder")
    static final class AtStart {

        private AtStart() {}

        @Substitute
        public void prepareDocument(
                AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String name) {
            preparation = () -> ((Document) (Object) service()).prepareDocument(security, filters, name);
        }
    }

    @TargetClass(className = "io.quarkus.smallrye.openapi.runtime.OpenApiHandler")
    static final class WhenAsked {

        private WhenAsked() {}

        @Substitute
        private OpenApiDocumentService getOpenApiDocumentService() {
            prepare();
            return service();
        }
    }

    @TargetClass(className = "io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService")
    static final class Document {

        private Document() {}

        @Alias
        native void prepareDocument(
                AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String name);
    }
}
