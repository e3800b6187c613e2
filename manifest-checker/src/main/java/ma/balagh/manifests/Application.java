package ma.balagh.manifests;

import java.util.Arrays;
import java.util.Optional;

/** What of ours runs in a container, told by the image's name. */
enum Application {
    INTAKE("intake-service"),
    ANALYSIS("analysis-service"),
    DISPATCH("dispatch-service"),
    PORTAL("portal");

    private final String module;

    Application(String module) {
        this.module = module;
    }

    /** Its folder in the checkout, which its image is called after. */
    String module() {
        return module;
    }

    boolean hasDatabase() {
        return this != PORTAL;
    }

    static Optional<Application> of(Node container) {
        var image = container.at("image").text().replaceFirst("@.*", "");
        var name = image.substring(image.lastIndexOf('/') + 1).replaceFirst(":.*", "");
        return Arrays.stream(values())
                .filter(application -> application.module.equals(name))
                .findFirst();
    }
}
