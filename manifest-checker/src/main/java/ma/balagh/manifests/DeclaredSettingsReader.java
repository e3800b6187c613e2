package ma.balagh.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from sources which settings they have: members of configuration interfaces, properties that are injected, and keys of
 * properties files, also those that stand there as comments.
 */
final class DeclaredSettingsReader {

    private static final Pattern KEY = Pattern.compile(
            "(?<comment># ?)?(?:%(?<profile>\\w+)\\.)?(?<key>(?:balagh|quarkus|mp)\\.[\\w.\"-]+)\\s*=(?<value>.*)");
    private static final Pattern PROPERTY =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");

    private final Collection<Path> files;
    private final SortedMap<String, DeclaredSetting> settings = new TreeMap<>();

    private DeclaredSettingsReader(Collection<Path> files) {
        this.files = files;
    }

    /**
     * The settings of an application, by their keys.
     *
     * @param files all of the application's sources at once: an interface may extend one of another module
     */
    static SortedMap<String, DeclaredSetting> of(Collection<Path> files) throws IOException {
        var reader = new DeclaredSettingsReader(files);
        for (var file : files) {
            if (file.toString().endsWith(".java")) {
                reader.readCode(Files.readString(file));
            }
        }
        // The application's own file counts for more than what modules bring.
        for (var name : List.of("microprofile-config.properties", "application.properties")) {
            for (var file : files) {
                if (file.endsWith(name)) {
                    reader.readProperties(Files.readAllLines(file));
                }
            }
        }
        return reader.settings;
    }

    private void readCode(String source) {
        PROPERTY.matcher(source)
                .results()
                .forEach(property -> settings.putIfAbsent(
                        property.group(1), new DeclaredSetting(property.group(1), property.group(2), "")));
        ConfigInterfaceParser.settings(source, this::sourceOf).forEach(setting -> settings.put(setting.key(), setting));
    }

    private Optional<String> sourceOf(String type) {
        return files.stream()
                .filter(file -> file.endsWith(type + ".java"))
                .findFirst()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot read " + file, e);
                    }
                });
    }

    /** A comment is about all keys that follow it without an empty line or another comment. */
    private void readProperties(List<String> lines) {
        var comment = new ArrayList<String>();
        var isCommentOver = false;
        for (var line : lines) {
            var key = KEY.matcher(line);
            if (key.matches()) {
                isCommentOver = true;
                var isInForce = key.group("comment") == null;
                if (key.group("profile") == null) {
                    add(key.group("key"), isInForce ? key.group("value").strip() : null, String.join(" ", comment));
                } else if (!key.group("key").startsWith("balagh.")) {
                    // What a profile sets of ours is declared elsewhere.
                    add(key.group("key"), null, "");
                }
            } else {
                if (isCommentOver || line.isBlank()) {
                    comment.clear();
                    isCommentOver = false;
                }
                if (line.startsWith("# ") && !line.startsWith("# ---")) {
                    comment.add(line.substring(2).strip());
                }
            }
        }
    }

    private void add(String key, @Nullable String value, String comment) {
        settings.merge(key, new DeclaredSetting(key, value, comment), (known, added) -> known.and(value, comment));
    }
}
