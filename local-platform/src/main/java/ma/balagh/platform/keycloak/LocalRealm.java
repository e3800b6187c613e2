package ma.balagh.platform.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The realm of the local platform: roles, clients and the demo accounts. Production has a realm of its own. */
final class LocalRealm {

    private static final String RESOURCE = "balagh-realm.json";

    private LocalRealm() {}

    static String json() throws IOException {
        try (var resource = LocalRealm.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IOException(RESOURCE + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts the realm where Keycloak imports from when it starts with an empty database. */
    static void offer(Path keycloakHome) throws IOException {
        var directory = keycloakHome.resolve("data/import");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(RESOURCE), json());
    }
}
