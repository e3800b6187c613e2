package ma.balagh.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import ma.balagh.platform.part.SuiteDirectories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SuiteApplicationTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern OWN_DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>ma\\.balagh</groupId>\\s*<artifactId>balagh-([a-z-]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource
    void isMadeFromEveryModuleThatItDependsOn(SuiteApplication application) throws IOException {
        // Given
        var modules = new HashSet<>(Set.of(application.module()));
        collect(application.module(), modules);

        // Then
        assertThat(modules).hasSizeGreaterThan(2);
        assertThat(application.sources(SuiteDirectories.in(REPOSITORY, 0)))
                .contains(REPOSITORY.resolve("pom.xml"))
                .containsAll(modules.stream()
                        .map(module -> REPOSITORY.resolve(module).resolve("src/main"))
                        .toList())
                .allSatisfy(source -> assertThat(source).exists());
    }

    /** Those that its POM names, and what these depend on, but for tests. */
    private static void collect(String module, Set<String> modules) throws IOException {
        var dependencies = OWN_DEPENDENCY.matcher(
                Files.readString(REPOSITORY.resolve(module).resolve("pom.xml")));
        while (dependencies.find()) {
            if (!dependencies.group(2).contains("<scope>test</scope>") && modules.add(dependencies.group(1))) {
                collect(dependencies.group(1), modules);
            }
        }
    }
}
