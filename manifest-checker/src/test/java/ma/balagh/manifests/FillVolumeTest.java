package ma.balagh.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of {@code docs/operations.md} that fill a volume, against what production has. */
final class FillVolumeTest {

    private static final Pattern FILLED = Pattern.compile("claim=(\\S+) file=(\\S+) from=");
    private static final Pattern JOB = Pattern.compile("<<JOB\\n([\\s\\S]*?)\\nJOB\\n");

    /** It is no part of the suite: it runs an image of the operator's choice, without an account, and talks to nobody. */
    private static final Pattern OF_PARTS =
            Pattern.compile("balagh\\.ma/part|serviceAccountName|ServiceAccount|sha256");

    /** Claims, and the files that are put into them. */
    static Stream<MatchResult> volumes() throws IOException {
        return FILLED.matcher(handbook()).results();
    }

    @ParameterizedTest
    @MethodSource("volumes")
    void putsTheFileWhereTheApplicationReadsIt(MatchResult volume) throws IOException {
        // Given
        var production = Overlays.built("production");
        var claim = volume.group(1);

        // When
        var job = job(claim);

        // Then
        assertThat(Overlays.faults(
                        Stream.concat(production.stream(), Stream.of(job)).toList()))
                .filteredOn(fault -> !OF_PARTS.matcher(fault.toString()).find())
                .isEmpty();
        var reader = production.stream()
                .filter(manifest -> manifest.is("Deployment")
                        && manifest.content().toString().contains("claimName=" + claim))
                .findFirst()
                .orElseThrow();
        var template = reader.spec().at("template", "spec");
        var mounted = template.items("volumes").stream()
                .filter(each -> each.text("persistentVolumeClaim", "claimName").equals(claim))
                .findFirst()
                .orElseThrow();
        var container = template.items("containers").getFirst();
        var folder = container.items("volumeMounts").stream()
                .filter(mount -> mount.text("name").equals(mounted.text("name")))
                .findFirst()
                .orElseThrow()
                .text("mountPath");
        assertThat(container.items("env"))
                .extracting(variable -> variable.text("value"))
                .contains(folder + "/" + volume.group(2));
        for (var identity : new String[] {"runAsUser", "runAsGroup", "fsGroup"}) {
            assertThat(job.spec().text("template", "spec", "securityContext", identity))
                    .isEqualTo(template.text("securityContext", identity));
        }
    }

    private static KubernetesObject job(String claim) throws IOException {
        var found = JOB.matcher(handbook());
        assertThat(found.find()).isTrue();
        var text = found.group(1)
                .replace("$claim", claim)
                .replaceFirst("\\n  name: fill-volume\\n", "\n  name: fill-volume\n  namespace: balagh\n");
        return ManifestReader.read("operations.md", new StringReader(text)).getFirst();
    }

    private static String handbook() throws IOException {
        return Files.readString(Overlays.CHECKOUT.resolve("docs/operations.md"));
    }
}
