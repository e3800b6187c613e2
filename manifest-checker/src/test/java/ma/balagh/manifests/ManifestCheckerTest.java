package ma.balagh.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ManifestCheckerTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "staging", "production"})
    void findsNoFaultInAnOverlay(String overlay) {
        // Given
        var manifests = Overlays.built(overlay);

        // Then
        assertThat(manifests).hasSizeGreaterThan(50);
        assertThat(Overlays.faults(manifests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sound")
    void findsNoFaultInWhatIsRight(YamlNode example) {
        // Given
        var manifests = new Change(example).in(Overlays.built(example.at("in").text()));

        // Then
        assertThat(Overlays.faults(manifests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsAMistakeByTheRuleThatIsMeant(YamlNode example) {
        // Given
        var manifests = new Change(example).in(Overlays.built(example.at("in").text()));

        // When
        var faults = Overlays.faults(manifests);

        // Then
        var rules = faults.stream().map(ManifestFault::rule).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules)
                .as(faults::toString)
                .isEqualTo(Stream.of((example.at("rule").text() + " "
                                        + example.at("also").text())
                                .split(" "))
                        .filter(rule -> !rule.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(faults)
                .extracting(ManifestFault::mend)
                .anySatisfy(mend -> assertThat(mend).contains(example.at("says").text()));
    }

    @Test
    void hasAnExampleForEachRule() throws IOException {
        // Given
        var shown = broken().map(example -> example.at("rule").text()).collect(Collectors.toSet());

        // Then
        assertThat(ManifestChecker.rules())
                .extracting(ManifestRule::name)
                .doesNotHaveDuplicates()
                .allMatch(shown::contains);
    }

    @Test
    void keepsWhatOthersFindWhereARuleCannotReadSomething() {
        // Given
        var rules = List.of(
                new ManifestRule("stumbling", (manifests, findings) -> {
                    if (manifests.find("Service", "portal").isPresent()) {
                        throw new IllegalStateException("too long");
                    }
                }),
                new ManifestRule(
                        "walking",
                        (manifests, findings) -> findings.add(manifests.all().getFirst(), "mend it")));

        // When
        var faults = ManifestChecker.check(rules, new ManifestSet(Overlays.built("local"), Overlays.SETTINGS));

        // Then
        assertThat(faults).extracting(ManifestFault::rule).containsExactly("stumbling", "walking");
        assertThat(faults.getFirst().manifest()).hasToString("Service/portal");
        assertThat(faults.getFirst().mend()).contains("rule stumbling cannot read this", "too long");
    }

    static Stream<YamlNode> broken() throws IOException {
        return examples("broken.yaml");
    }

    static Stream<YamlNode> sound() throws IOException {
        return examples("sound.yaml");
    }

    private static Stream<YamlNode> examples(String name) throws IOException {
        try (var resource = Objects.requireNonNull(ManifestCheckerTest.class.getResourceAsStream(name));
                var reader = new InputStreamReader(resource, UTF_8)) {
            return new YamlNode(new Yaml().load(reader)).items().stream();
        }
    }
}
