package ma.balagh.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.platform.test.MetricsDocumentCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules, dashboards, metrics and runbooks belong together. */
final class ObservabilityTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path OBSERVABILITY = REPOSITORY.resolve(AlertRulesReader.OBSERVABILITY);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String ARABIC = ".*\\p{IsArabic}.*";

    private final List<JsonNode> rules = rules();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void eachAlertFiresWhenItShouldAndOnlyThen() throws IOException, InterruptedException {
        // When
        Files.writeString(directory.resolve("rules.yaml"), AlertRulesReader.read(REPOSITORY));
        Files.copy(OBSERVABILITY.resolve("tests/alerts.yaml"), directory.resolve("alerts.yaml"));

        // Then
        Promtool.accepts(directory, "check", "rules", "--lint=all", "--lint-fatal", "rules.yaml");
        Promtool.accepts(directory, "test", "rules", "alerts.yaml");
    }

    @Test
    void eachAlertHasAStoryOfEitherKind() throws IOException {
        // When
        var firing = new TreeSet<String>();
        var quiet = new TreeSet<String>();
        YAML.readTree(OBSERVABILITY.resolve("tests/alerts.yaml").toFile())
                .at("/tests")
                .forEach(story -> story.get("alert_rule_test")
                        .forEach(checked -> (checked.get("exp_alerts").isEmpty() ? quiet : firing)
                                .add(checked.get("alertname").asText())));

        // Then
        assertThat(firing).isEqualTo(alerts());
        assertThat(quiet).isEqualTo(alerts());
    }

    @Test
    void eachAlertSaysWhatItMeansHowGraveItIsAndWhatToDo() throws IOException {
        var headings = Files.readString(REPOSITORY.resolve("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());
        for (var rule : rules) {
            if (rule.has("alert")) {
                var name = rule.get("alert").asText();
                assertThat(rule.at("/labels/severity").asText()).as(name).isIn("warning", "critical");
                assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
                assertThat(rule.at("/annotations/description").asText())
                        .as(name)
                        .isNotBlank();
                assertThat(rule.at("/annotations/runbook_url").asText())
                        .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
                assertThat(headings).contains(name);
            }
        }
    }

    @Test
    void rulesAndDashboardsSpeakOfDocumentedMetricsOnly() throws IOException {
        // Given
        var known = new HashSet<>(Set.of("up"));
        MetricsDocumentCheck.beside(Path.of(""))
                .all()
                .forEach(metric -> metric.series().forEach(known::add));
        rules.stream()
                .filter(rule -> rule.has("record"))
                .forEach(rule -> known.add(rule.get("record").asText()));

        // When
        var asked = Stream.concat(
                        rules.stream().map(rule -> rule.get("expr").asText()),
                        dashboards().stream().flatMap(board -> board.findValuesAsText("expr").stream()))
                .flatMap(Expressions::metrics)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(asked).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theListOfMetricsNamesEachAlertBesideWhatItLooksAt() throws IOException {
        var named = MetricsDocumentCheck.beside(Path.of("")).all().stream()
                .flatMap(metric -> metric.alerts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        named.add("BalaghApplicationDown"); // these two look at what Prometheus itself knows
        named.add("BalaghApplicationAbsent");
        assertThat(named).isEqualTo(alerts());
    }

    @Test
    void titlesAreFrenchArabicAndEnglish() throws IOException {
        var titles = dashboards().stream()
                .flatMap(board -> board.findValuesAsText("title").stream())
                .toList();
        assertThat(titles).hasSizeGreaterThan(50).allSatisfy(title -> {
            assertThat(title.split(" · ")).as(title).hasSize(3);
            assertThat(title.split(" · ")[1]).matches(ARABIC);
        });
    }

    @Test
    void theComponentHasEveryDashboard() throws IOException {
        var listed = YAML.readTree(OBSERVABILITY.resolve("kustomization.yaml").toFile())
                .at("/configMapGenerator/0/files");
        assertThat(listed).extracting(JsonNode::asText).hasSameSizeAs(dashboards());
        listed.forEach(file -> assertThat(OBSERVABILITY.resolve(file.asText())).exists());
    }

    private Set<String> alerts() {
        return rules.stream()
                .filter(rule -> rule.has("alert"))
                .map(rule -> rule.get("alert").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> dashboards() throws IOException {
        try (var files = Files.list(OBSERVABILITY.resolve("dashboards"))) {
            return files.map(file -> {
                        try {
                            return YAML.readTree(file.toFile());
                        } catch (IOException e) {
                            throw new IllegalStateException(file.toString(), e);
                        }
                    })
                    .toList();
        }
    }

    private static List<JsonNode> rules() {
        try {
            return YAML.readTree(AlertRulesReader.read(REPOSITORY)).at("/groups").findValues("rules").stream()
                    .flatMap(group ->
                            Stream.iterate(0, i -> i < group.size(), i -> i + 1).map(group::get))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As much of PromQL as it takes to see which metrics an expression asks for. */
    private static final class Expressions {

        private static final Pattern NOT_NAMES = Pattern.compile(
                "\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)|\\boffset\\s+\\w+");
        private static final Pattern NAME = Pattern.compile("(?<![\\w.:])[a-zA-Z_][\\w:]*(?![\\w:]|\\s*\\()");
        private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

        static Stream<String> metrics(String expression) {
            return NAME.matcher(NOT_NAMES.matcher(expression).replaceAll(" "))
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !WORDS.contains(name));
        }
    }
}
