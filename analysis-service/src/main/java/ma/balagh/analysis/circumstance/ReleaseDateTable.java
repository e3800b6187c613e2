package ma.balagh.analysis.circumstance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.analysis.media.ProbeResult;

/** When codecs, systems and devices were released, from the table beside this class. */
final class ReleaseDateTable {

    private static final String FILE = "releases.properties";
    private static final Properties DAYS = read();

    private static final Pattern IPHONE =
            Pattern.compile("iPhone (\\d{1,2}[cs]?|X[RS]?)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:\\.\\d.*)?");

    /**
     * That something has been there since a day.
     *
     * @param name as the file calls it
     */
    record Release(String name, LocalDate since) {}

    private ReleaseDateTable() {}

    static Stream<Release> ofCodecs(ProbeResult probe) {
        return probe.streams().stream()
                .map(ProbeResult.Stream::codec)
                .distinct()
                .flatMap(codec -> since("codec." + codec, codec).stream());
    }

    /** The device and the system that the file names. */
    static Stream<Release> ofDevice(ProbeResult probe) {
        String model = probe.tag("com.apple.quicktime.model").orElse("");
        Matcher iPhone = IPHONE.matcher(model);
        String software = model.startsWith("iPhone") || model.startsWith("iPad")
                ? probe.tag("com.apple.quicktime.software").orElse("")
                : "";
        return Stream.of(
                        iPhone.matches() ? since("iphone." + iPhone.group(1), model) : Optional.<Release>empty(),
                        system("ios.", "iOS ", software),
                        system(
                                "android.",
                                "Android ",
                                probe.tag("com.android.version").orElse("")))
                .flatMap(Optional::stream);
    }

    private static Optional<Release> system(String group, String name, String version) {
        Matcher number = NUMBER.matcher(version);
        return number.matches() ? since(group + number.group(1), name + version) : Optional.empty();
    }

    private static Optional<Release> since(String key, String name) {
        return Optional.ofNullable(DAYS.getProperty(key.toLowerCase(Locale.ROOT)))
                .map(day -> new Release(name, LocalDate.parse(day)));
    }

    private static Properties read() {
        try (InputStream stream = ReleaseDateTable.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no table of releases: " + FILE);
            }
            var days = new Properties();
            days.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return days;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
