package ma.balagh.accuracy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.accuracy.media.SubprocessRunner;

/** Measurements that have to be built with Maven: those of JMH, of a large base, and of redaction. */
final class BuildMeasurementRunner {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Such as {@code banking: 1990 ms}, as {@code ScaleTest} prints it. */
    private static final Pattern SAID = Pattern.compile("([a-z][^:\\[\\]]+): (\\d[\\d.,]* .+)");

    /** As {@code FrameScanBenchmark} prints it. */
    private static final Pattern BYTES = Pattern.compile("^# [\\d.]+ bytes");

    private final Path checkout;

    BuildMeasurementRunner(Path checkout) {
        this.checkout = checkout;
    }

    /** Benchmarks whose names match one of these, in milliseconds. */
    String jmh(List<String> benchmarks) throws IOException, InterruptedException {
        Path result = Files.createTempFile("jmh", ".json");
        List<String> command = program("org.openjdk.jmh.Main");
        command.addAll(benchmarks);
        command.addAll(List.of("-rf", "json", "-rff", result.toString()));
        String said = SubprocessRunner.lines(command).stream()
                .filter(line -> BYTES.matcher(line).find())
                .distinct()
                .map(line -> "\n" + line.replace('#', '-'))
                .collect(Collectors.joining());
        var table = new MarkdownTable("benchmark", "of", "takes", "error");
        for (JsonNode benchmark : JSON.readTree(result.toFile())) {
            JsonNode metric = benchmark.path("primaryMetric");
            String name = benchmark.path("benchmark").asText();
            table.row(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    benchmark.path("params").toString().replaceAll("[{}\"]", "").replace(",", ", "),
                    String.format(
                            Locale.ROOT,
                            "%,.2f %s",
                            metric.path("score").asDouble(),
                            metric.path("scoreUnit").asText()),
                    String.format(
                            Locale.ROOT, "± %,.2f", metric.path("scoreError").asDouble()));
        }
        Files.delete(result);
        return table + said + (said.isEmpty() ? "" : "\n");
    }

    /** What a benchmark that is a program prints, line by line. */
    String said(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = program("ma.balagh.analysis.footage." + program);
        command.addAll(arguments);
        return SubprocessRunner.lines(command).stream()
                .filter(line -> !line.isBlank())
                .map(line -> "- " + line.strip() + "\n")
                .collect(Collectors.joining());
    }

    private List<String> program(String mainClass) throws IOException, InterruptedException {
        SubprocessRunner.lines(
                maven("package", "-q", "-Pbenchmarks", "-pl", "benchmarks", "-am", "-Dmaven.test.skip=true"));
        Path classes = checkout.resolve("benchmarks/target");
        String classpath = classes.resolve("classes")
                + File.pathSeparator
                + Files.readString(classes.resolve("classpath")).strip();
        return new ArrayList<>(List.of(java(), "-Xmx5g", "-cp", classpath, mainClass));
    }

    /** What a test of the analysis service prints that measures with so many media known. */
    MarkdownTable test(String test, int media) throws IOException, InterruptedException {
        List<String> lines = SubprocessRunner.lines(maven(
                "test",
                "-pl",
                "analysis-service",
                "-am",
                "-Dtest=" + test,
                "-Dbalagh.scale=" + media,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dtest.jvm.args=-Xmx6g -Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        var table = new MarkdownTable("with %,d media".formatted(media), "");
        for (String line : lines) {
            Matcher said = SAID.matcher(line.strip());
            if (said.matches()) {
                table.row(said.group(1), said.group(2));
            }
        }
        return table;
    }

    /** What {@code benchmarks/redaction} prints for these folders. */
    String redaction(Path faces, Path backgrounds) throws IOException, InterruptedException {
        SubprocessRunner.lines(maven("compile", "-q", "-pl", "analysis-service", "-am"));
        List<String> lines = SubprocessRunner.lines(List.of(
                java(),
                "-cp",
                checkout.resolve("analysis-service/target/classes").toString(),
                checkout.resolve("benchmarks/redaction/Redaction.java").toString(),
                faces.toString(),
                backgrounds.toString()));
        return String.join("\n", lines) + "\n";
    }

    private List<String> maven(String... arguments) {
        var command = new ArrayList<>(
                List.of("mvn", "-B", "-f", checkout.resolve("pom.xml").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-Dspotless.check.skip=true"));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
