package ma.balagh.platform.objectstore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How S3Mock is started: on the loopback address alone, over plain HTTP, keeping its objects in a directory.
 *
 * @param archive its executable archive
 * @param directory where its objects and settings lie
 * @param port where it listens
 */
public record ObjectStoreProgram(Path archive, Path directory, int port) {

    static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    // On its own it opens a second port, on every address of the machine, which no setting of it can narrow.
    private static final String ONE_PORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <beans xmlns="http://www.springframework.org/schema/beans"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xsi:schemaLocation="http://www.springframework.org/schema/beans https://www.springframework.org/schema/beans/spring-beans.xsd">
              <bean id="webServerFactory" class="org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory"/>
            </beans>
            """;

    /**
     * A bucket that it makes by itself, without object lock. With none named it makes one without a name, which it
     * cannot load again at its next start.
     */
    public static final String SPARE = "spare";

    /** Options of its JVM. It hashes all that it is given, for which only the second compiler is quick enough. */
    public static final List<String> OPTIONS =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    /** Makes what {@link #arguments} speaks of. */
    public void prepare() throws IOException {
        Files.createDirectories(objects());
        Files.writeString(settings(), ONE_PORT);
    }

    /** What its main class is given. */
    public List<String> arguments() {
        return List.of(
                "--spring.main.sources=" + settings().toUri(),
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.main.banner-mode=off",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.ssl.enabled=false",
                "--com.adobe.testing.s3mock.store.root=" + objects(),
                "--com.adobe.testing.s3mock.store.initial-buckets=" + SPARE,
                "--com.adobe.testing.s3mock.store.retain-files-on-exit=true");
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** The directory that it keeps its buckets in, each in one of its own. */
    public Path objects() {
        return directory.resolve("objects");
    }

    /** Makes a bucket with object lock; nothing when it is there. */
    public void createBucket(String name) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address() + "/" + name))
                .header("x-amz-bucket-object-lock-enabled", "true")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200 && status != 409) {
                throw new IOException("the object store answers " + status + " when a bucket is made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Path settings() {
        return directory.resolve("one-port.xml");
    }
}
