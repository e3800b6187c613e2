package ma.balagh.platform.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.part.SuitePorts;

/** The realm of the local platform: roles, clients and the demo accounts. Production has a realm of its own. */
final class LocalRealmWriter {

    private static final String RESOURCE = "balagh-realm.json";
    /** The portal's address in that file, to which people are sent back after signing in and out. */
    private static final String PORTAL = "http://localhost:8080/";

    private LocalRealmWriter() {}

    /** The realm of the suite on these ports. */
    static String json(SuitePorts ports) throws IOException {
        return json().replace(PORTAL, "http://localhost:" + ports.portal() + "/");
    }

    static String json() throws IOException {
        try (var resource = LocalRealmWriter.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IOException(RESOURCE + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts the realm where Keycloak imports from when it starts with an empty database. */
    static void offer(Path keycloakHome, SuitePorts ports) throws IOException {
        var directory = keycloakHome.resolve("data/import");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(RESOURCE), json(ports));
    }
}
