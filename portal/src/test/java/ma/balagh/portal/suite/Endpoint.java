package ma.balagh.portal.suite;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the portal offers, read from its classes, so that no test can forget an address.
 *
 * @param path with an id in the place of each parameter
 * @param consumes the content type that it reads, or "" where it declares none
 */
public record Endpoint(String method, String path, String consumes) {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** Every endpoint that may change something. */
    public static List<Endpoint> changing() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("ma.balagh.portal")
                        .stream()
                        .filter(type -> !type.isInterface() && type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(Endpoint::of)
                        .filter(endpoint -> !HARMLESS.contains(endpoint.method()))
                        .toList();
    }

    private static Stream<Endpoint> of(Method method) {
        String path = text(method.getDeclaringClass().getAnnotation(Path.class)) + "/"
                + text(method.getAnnotation(Path.class));
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes consumes = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> new Endpoint(
                        type.getAnnotation(HttpMethod.class).value(),
                        path.replaceAll("\\{[^}]*}", Ids.DOSSIER)
                                .replaceAll("/+", "/")
                                .replaceAll("(?<=.)/$", ""),
                        consumes == null ? "" : consumes.value()[0]));
    }

    private static String text(@Nullable Path path) {
        return path == null ? "" : path.value();
    }
}
