package ma.balagh.manifests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An application of ours in a container, recognised by the image's name. */
enum DeployedApplication {
    INTAKE("intake-service", 50),
    ANALYSIS("analysis-service", 24),
    DISPATCH("dispatch-service", 16),
    PORTAL("portal", 0);

    private final String module;
    private final int pool;

    DeployedApplication(String module, int pool) {
        this.module = module;
        this.pool = pool;
    }

    /** Its folder in the checkout, which its image is called after. */
    String module() {
        return module;
    }

    /** The ServiceAccount that its pods have. */
    String account() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasDatabase() {
        return this != PORTAL;
    }

    /** How many connections a replica may open where the manifests set none, as application.properties or Quarkus has it. */
    int pool() {
        return pool;
    }

    static Optional<DeployedApplication> of(YamlNode container) {
        var image = container.text("image").replaceFirst("@.*", "");
        var name = image.substring(image.lastIndexOf('/') + 1).replaceFirst(":.*", "");
        return Arrays.stream(values())
                .filter(application -> application.module.equals(name))
                .findFirst();
    }
}
