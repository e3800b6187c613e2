package ma.balagh.portal.shell;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Every template speaks the viewer's language. */
@ApplicationScoped
class LocalisedTemplates implements TemplateInstance.Initializer {

    private final Viewer viewer;

    @Inject
    LocalisedTemplates(Viewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void accept(TemplateInstance template) {
        if (Arc.container().requestContext().isActive()) {
            template.setLocale(viewer.language().locale());
        }
    }
}
