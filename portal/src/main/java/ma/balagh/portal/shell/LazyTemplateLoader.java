package ma.balagh.portal.shell;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.Reader;
import java.util.Optional;

/**
 * Parses each template when it is first needed. Qute would parse all of them at the start, which takes most of it; the
 * build has checked them.
 */
@Singleton
final class LazyTemplateLoader {

    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

    private volatile boolean isStarting = true;

    /** Until the engine is built, every template is an empty one. */
    void register(@Observes EngineBuilder engine) {
        engine.addLocator(new TemplateLocator() {
            @Override
            public int getPriority() {
                return BEFORE_ALL_OTHERS;
            }

            @Override
            public Optional<TemplateLocation> locate(String id) {
                return isStarting ? Optional.of(new Empty()) : Optional.empty();
            }
        });
    }

    /** Qute says that the engine is built before it gives it to anybody. */
    void begin(@Observes Engine engine) {
        isStarting = false;
        engine.clearTemplates();
    }

    private static final class Empty implements TemplateLocator.TemplateLocation {

        @Override
        public Reader read() {
            return Reader.of("");
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }
}
