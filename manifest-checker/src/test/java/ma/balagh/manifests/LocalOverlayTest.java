package ma.balagh.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LocalOverlayTest {

    @Test
    void importsTheRealmOfTheLocalPlatform() throws IOException {
        // Given
        var platform = Overlays.CHECKOUT.resolve(
                "local-platform/src/main/resources/ma/balagh/platform/keycloak/balagh-realm.json");
        var overlay = Overlays.CHECKOUT.resolve("k8s/overlays/local/keycloak/balagh-realm.json");

        // Then
        assertThat(overlay).hasSameTextualContentAs(platform);
    }

    @Test
    void hasNothingThatAnOperatorWouldHaveToMake() {
        // Given
        var groups = Overlays.built("local").stream()
                .map(manifest -> manifest.apiVersion().replaceFirst("/.*", ""))
                .collect(Collectors.toSet());

        // Then
        assertThat(groups)
                .containsExactlyInAnyOrder("v1", "apps", "batch", "policy", "autoscaling", "networking.k8s.io");
    }

    @Test
    void productionHasNoAccountsOfTheDemo() throws IOException {
        // Given
        var manifests = Overlays.built("production");
        var realm = manifests.stream()
                .filter(manifest -> manifest.is("KeycloakRealmImport"))
                .findFirst()
                .orElseThrow()
                .spec()
                .at("realm");
        var demo = ManifestReader.read(
                        "realm",
                        new StringReader(Files.readString(
                                Overlays.CHECKOUT.resolve("k8s/overlays/local/keycloak/balagh-realm.json"))))
                .getFirst()
                .content();

        // Then
        assertThat(realm.at("users").items())
                .hasSize(1)
                .allMatch(user -> user.at("serviceAccountClientId").exists())
                .noneMatch(user -> user.at("credentials").exists());
        assertThat(realm.at("clients").items())
                .filteredOn(client -> client.at("publicClient").is(false))
                .hasSize(2)
                .extracting(client -> client.at("secret").text())
                .allMatch(secret -> secret.matches("\\$\\{\\w+}"));
        assertThat(realm.at("roles").value()).isEqualTo(demo.at("roles").value());
    }
}
