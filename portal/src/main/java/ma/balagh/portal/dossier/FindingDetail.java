package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The figures in the detail of a finding, which the laboratory tells in English: in a fixed form for each method, so that
 * they can be named in the viewer's language.
 *
 * @param facts the figures that were told
 * @param words what was told in no form that is known, in English
 */
@TemplateData
public record FindingDetail(List<Fact> facts, @Nullable String words) {

    /** What a figure is. */
    public enum Label {
        DIGEST,
        EXPECTED,
        FOUND,
        CONTAINER,
        PICTURE,
        SOUND,
        DATA,
        FRAMES,
        LENGTH,
        CLAIMED,
        DECODED,
        RECORDED,
        CLOCK,
        DEVICE,
        SOFTWARE,
        COORDINATES,
        ATTEMPTS
    }

    /**
     * One figure.
     *
     * @param value the same in each language
     * @param at the value, where it is a moment
     * @param seconds the value, where it is a length of time
     * @param clock the value, where it is what a clock showed that did not say in which zone
     */
    @TemplateData
    public record Fact(
            Label label,
            String value,
            @Nullable Instant at,
            @Nullable Double seconds,
            @Nullable LocalDateTime clock) {

        private static final Set<Label> LENGTHS = Set.of(Label.LENGTH, Label.CLAIMED, Label.DECODED);

        static Fact of(Label label, String value) {
            return new Fact(
                    label,
                    value,
                    label == Label.RECORDED ? read(value, Instant::parse) : null,
                    LENGTHS.contains(label) ? Double.valueOf(value.replace(" s", "")) : null,
                    label == Label.CLOCK ? read(value, LocalDateTime::parse) : null);
        }

        private static <T> @Nullable T read(String value, Function<String, T> as) {
            try {
                return as.apply(value);
            } catch (DateTimeParseException notAMoment) {
                return null;
            }
        }
    }

    /** Each group of a form is the label of a figure; the group {@code REST} is told in words. */
    private static Pattern form(Method method) {
        return switch (method) {
            case EVIDENCE_DIGEST -> Forms.DIGEST;
            case MEDIA_CONTAINER -> Forms.CONTAINER;
            case MEDIA_DECODING -> Forms.DECODING;
            case MEDIA_DURATION -> Forms.DURATION;
            case METADATA_RECORDED_ON -> Forms.RECORDED_ON;
            case METADATA_LOCATION -> Forms.LOCATION;
            case FOOTAGE_COMPARISON -> Forms.COMPARISON;
            case EXAMINATION_COMPLETION -> Forms.COMPLETION;
            case OTHER -> Forms.NONE;
        };
    }

    static FindingDetail of(Method method, @Nullable String detail) {
        if (detail == null) {
            return new FindingDetail(List.of(), null);
        }
        Matcher told = form(method).matcher(detail);
        if (!told.matches()) {
            return new FindingDetail(List.of(), detail);
        }
        List<Fact> facts = new ArrayList<>();
        for (Label label : Label.values()) {
            String value = group(told, label.name());
            if (value != null && !value.equals("unknown")) {
                facts.add(Fact.of(label, value));
            }
        }
        String rest = group(told, "REST");
        return method == Method.MEDIA_CONTAINER && rest != null
                ? new FindingDetail(withStreams(facts, rest), null)
                : new FindingDetail(List.copyOf(facts), rest);
    }

    boolean tells(Label label) {
        return facts.stream().anyMatch(fact -> fact.label() == label);
    }

    private static List<Fact> withStreams(List<Fact> facts, String streams) {
        List<Fact> all = new ArrayList<>(facts);
        for (String stream : streams.split("; ")) {
            if (stream.endsWith(" sound")) {
                all.add(Fact.of(Label.SOUND, stream.substring(0, stream.length() - " sound".length())));
            } else if (stream.endsWith(" data")) {
                all.add(Fact.of(Label.DATA, stream.substring(0, stream.length() - " data".length())));
            } else {
                all.add(Fact.of(Label.PICTURE, stream.replace(", turned by ", " ↻ ")));
            }
        }
        return List.copyOf(all);
    }

    private static @Nullable String group(Matcher told, String name) {
        return told.namedGroups().containsKey(name) ? told.group(name) : null;
    }

    private static final class Forms {

        static final Pattern DIGEST =
                Pattern.compile("SHA-256 (?:expected (?<EXPECTED>\\w+), found (?<FOUND>\\w+)|(?<DIGEST>\\w+))");
        static final Pattern CONTAINER =
                Pattern.compile("(?<CONTAINER>[\\w,-]+): (?<REST>\\S+ (?:sound|data|\\d+×).*)");
        static final Pattern DECODING =
                Pattern.compile("(?<FRAMES>\\d+) frames compared(?:; (?<REST>.+))?", Pattern.DOTALL);
        static final Pattern DURATION = Pattern.compile(
                "no duration|(?<CLAIMED>\\d+(?:\\.\\d+)? s) claimed, (?<DECODED>\\d+(?:\\.\\d+)? s) decoded"
                        + "|(?<LENGTH>\\d+(?:\\.\\d+)? s)");
        static final Pattern RECORDED_ON = Pattern.compile(
                "recorded at (?:(?<CLOCK>[^;]+) \\(zone unknown\\)|(?<RECORDED>.+?)); device (?<DEVICE>.+?)(?:; software (?<SOFTWARE>.+))?",
                Pattern.DOTALL);
        static final Pattern LOCATION = Pattern.compile("no place|(?<COORDINATES>-?[\\d.]+, -?[\\d.]+)");
        static final Pattern COMPARISON =
                Pattern.compile("(?<FRAMES>\\d+) comparable frames?(?:; \\d+ media seen before)?");
        static final Pattern COMPLETION = Pattern.compile("(?<ATTEMPTS>\\d+) attempts?");
        static final Pattern NONE = Pattern.compile("(?!)");
    }
}
