package ma.balagh.portal.shell;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;

/** Sets the viewer's language on every template. */
final class TemplateLocaleInitializer {

    void register(@Observes EngineBuilder engine, Viewer viewer) {
        engine.addTemplateInstanceInitializer(template -> localise(template, viewer));
    }

    private static void localise(TemplateInstance template, Viewer viewer) {
        if (Arc.container().requestContext().isActive()) {
            template.setLocale(viewer.language().locale());
        }
    }
}
