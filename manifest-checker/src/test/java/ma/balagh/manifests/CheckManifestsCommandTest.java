package ma.balagh.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckManifestsCommandTest {

    @TempDir
    Path folder;

    @Test
    void passesAnOverlayWithoutAFault() {
        assertThat(check(Overlays.CHECKOUT.resolve("k8s/overlays/local").toString()))
                .isZero();
    }

    @Test
    void failsForAFault() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("service.yaml"), """
                apiVersion: v1
                kind: Service
                metadata: {name: portal, namespace: balagh}
                spec: {selector: {app: portal}, ports: [{name: http, port: 8080}]}
                """);

        // Then
        assertThat(check(file.toString())).isEqualTo(1);
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        // Given
        var twice = Files.writeString(folder.resolve("twice.yaml"), "kind: Service\nkind: Service\n");
        var empty = Files.writeString(folder.resolve("empty.yaml"), "---\n");

        // Then
        assertThat(check(twice.toString())).isEqualTo(2);
        assertThat(check(empty.toString())).isEqualTo(2);
        assertThat(check(folder.resolve("missing.yaml").toString())).isEqualTo(2);
        assertThat(check(folder.toString())).isEqualTo(2);
    }

    @Test
    void saysThatAnAliasHasNoEnd() throws IOException {
        // Given
        var circle = Files.writeString(folder.resolve("circle.yaml"), "kind: ConfigMap\ndata: &data {more: *data}\n");

        // Then
        assertThat(check(circle.toString())).isEqualTo(2);
    }

    @Test
    void saysThatThereIsNoCheckout() {
        // When
        var status = new CommandLine(new CheckManifestsCommand())
                .execute(
                        "--checkout",
                        folder.toString(),
                        Overlays.CHECKOUT
                                .resolve("k8s/base/portal/03.Service.portal.yaml")
                                .toString());

        // Then
        assertThat(status).isEqualTo(2);
    }

    private static int check(String place) {
        return new CommandLine(new CheckManifestsCommand()).execute("--checkout", Overlays.CHECKOUT.toString(), place);
    }
}
