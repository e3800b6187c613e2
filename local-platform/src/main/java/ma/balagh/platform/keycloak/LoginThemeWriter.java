package ma.balagh.platform.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** The login pages in the portal's look: Keycloak's own pages with other colours, type and words. */
final class LoginThemeWriter {

    /** What the realm calls it. */
    static final String NAME = "balagh";

    /** Named one by one, because a class path cannot be listed. */
    static final List<String> FILES = List.of(
            "theme.properties",
            "messages/messages_ar.properties",
            "messages/messages_en.properties",
            "messages/messages_fr.properties",
            "resources/css/login.css",
            "resources/css/tokens.css",
            "resources/css/fonts/BalaghSans-Regular.woff2",
            "resources/css/fonts/BalaghSans-SemiBold.woff2",
            "resources/css/fonts/LICENSE-OFL.txt",
            "resources/img/lattice.svg",
            "resources/img/mark.svg");

    private LoginThemeWriter() {}

    /** Puts the theme where Keycloak looks for themes when it starts; that needs no build of Keycloak. */
    static void offer(Path keycloakHome) throws IOException {
        forgetCompressed(keycloakHome.resolve("data/tmp/kc-gzip-cache"));
        var login = keycloakHome.resolve("themes").resolve(NAME).resolve("login");
        for (var name : FILES) {
            var file = login.resolve(name);
            Files.createDirectories(file.getParent());
            try (var resource = LoginThemeWriter.class.getResourceAsStream("theme/login/" + name)) {
                if (resource == null) {
                    throw new IOException(name + " of the login theme is not on the class path");
                }
                Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Keycloak compresses a style once for its database's life, and would never look at a changed one. */
    private static void forgetCompressed(Path cache) throws IOException {
        if (!Files.exists(cache)) {
            return;
        }
        try (var files = Files.walk(cache)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
