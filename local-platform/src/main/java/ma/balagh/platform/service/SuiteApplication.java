package ma.balagh.platform.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.platform.build.BuildFreshnessCheck;
import ma.balagh.platform.build.JavaProgram;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.SuiteDirectories;

/** The applications of this repository. */
enum SuiteApplication {
    INTAKE("intake", "intake-service", "192m"),
    ANALYSIS("analysis", "analysis-service", "512m"),
    DISPATCH("dispatch", "dispatch-service", "256m"),
    PORTAL("portal", "portal", "256m");

    /** Whatever changes in these changes every service. */
    private static final List<String> OF_SERVICES = List.of(
            "contracts",
            "persistence",
            "wording",
            "messaging",
            "task-queue",
            "operation",
            "http",
            "fetch",
            "seal",
            "callback",
            "audit",
            "pdf");

    private static final List<String> OF_THE_PORTAL = List.of("contracts", "operation", "pdf");

    /** Set to true where what a service can do is measured: it gets both compilers and more memory, as on a server. */
    private static final String MEASURED = "balagh.measured";

    private static final List<String> AS_ON_A_SERVER = List.of("-Xmx1g");

    private final String partName;
    private final String module;
    private final String heap;

    SuiteApplication(String partName, String module, String heap) {
        this.partName = partName;
        this.module = module;
        this.heap = heap;
    }

    String partName() {
        return partName;
    }

    String module() {
        return module;
    }

    /**
     * What its JVM is started with. Intake hashes and analysis compares: only the second compiler knows the processor's
     * instructions for both (SHA-256: 0.6 GB/s instead of 0.04).
     */
    List<String> options() {
        if (Boolean.getBoolean(MEASURED)) {
            return AS_ON_A_SERVER;
        }
        return switch (this) {
            case INTAKE, ANALYSIS -> List.of("-Xmx" + heap);
            case DISPATCH, PORTAL -> List.of("-Xmx" + heap, JavaProgram.FIRST_COMPILER_ONLY);
        };
    }

    /** What dispatch is started with where it imports roads and searches them: more memory, and both compilers. */
    static List<String> optionsWithRoads() {
        return AS_ON_A_SERVER;
    }

    /** What its native executable is started with. */
    List<String> nativeOptions() {
        return List.of("-Xmx" + heap);
    }

    int port(SuiteDirectories workplace) {
        var ports = workplace.ports();
        return switch (this) {
            case INTAKE -> ports.intake();
            case ANALYSIS -> ports.analysis();
            case DISPATCH -> ports.dispatch();
            case PORTAL -> ports.portal();
        };
    }

    Set<String> needs() {
        return this == PORTAL ? Set.of("keycloak") : Set.of("postgres", "kafka", "keycloak");
    }

    Path folder(SuiteDirectories workplace) {
        return workplace.repository().resolve(module).resolve("target/quarkus-app");
    }

    Path archive(SuiteDirectories workplace) {
        return folder(workplace).resolve("quarkus-run.jar");
    }

    /** What a native build has left; nothing before the first one. */
    Optional<Path> executable(SuiteDirectories workplace) throws IOException {
        var target = workplace.repository().resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-runner") && Files.isRegularFile(file))
                    .findFirst();
        }
    }

    /** Whether it has to be built before it can start as that. */
    boolean isStale(SuiteDirectories workplace, ApplicationFlavour flavour) throws IOException {
        var product = switch (flavour) {
            case JVM -> Optional.of(archive(workplace));
            case NATIVE -> executable(workplace);
        };
        return product.isEmpty() || BuildFreshnessCheck.isStale(product.get(), sources(workplace));
    }

    /** Every file and folder that the application is made from. */
    List<Path> sources(SuiteDirectories workplace) {
        var repository = workplace.repository();
        var modules = this == PORTAL ? OF_THE_PORTAL : OF_SERVICES;
        return Stream.concat(
                        Stream.of(repository.resolve("pom.xml")),
                        Stream.concat(modules.stream(), Stream.of(module))
                                .map(repository::resolve)
                                .flatMap(folder -> Stream.of(folder.resolve("pom.xml"), folder.resolve("src/main"))))
                .toList();
    }
}
