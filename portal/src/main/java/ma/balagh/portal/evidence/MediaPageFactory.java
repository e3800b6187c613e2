package ma.balagh.portal.evidence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.portal.shell.Viewer;

/** Media that somebody said a purpose for: a part of the page that asked, or without a script a page of their own. */
@ApplicationScoped
public class MediaPageFactory {

    private final Viewer viewer;

    MediaPageFactory(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ViewingPage(String back, String media) implements TemplateInstance {}

    /** @param back the path of the page that asked */
    public TemplateInstance of(TemplateInstance media, String back) {
        return viewer.usesHtmx() ? media : new ViewingPage(back, media.render());
    }
}
