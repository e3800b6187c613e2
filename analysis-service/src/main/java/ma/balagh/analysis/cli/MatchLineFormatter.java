package ma.balagh.analysis.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.FootageMatch.Span;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.PictureAlignment;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;

/** Formats matches, one line each. */
interface MatchLineFormatter {

    void tell(String query, String known, FootageMatch match) throws IOException;

    /** For people. */
    static MatchLineFormatter table(PrintStream out) {
        return (query, known, match) -> {
            out.printf(
                    Locale.ROOT,
                    "%-12s %s  ~  %s   %s   %.0f %% of the first, %.0f %% of the second, score %.2f%n",
                    match.kind(),
                    TerminalTextFilter.printable(query),
                    TerminalTextFilter.printable(known),
                    transformation(match),
                    100 * match.coverage(),
                    100 * match.otherCoverage(),
                    match.score());
            for (Span span : match.spans()) {
                if (match.kind() == Kind.SAME_SCENE) {
                    out.printf(
                            Locale.ROOT,
                            "             at %.1f s the place that the other shows at %.1f s: %s%n",
                            span.from(),
                            span.otherFrom(),
                            match.reason());
                    continue;
                }
                out.printf(
                        Locale.ROOT,
                        "             %.1f to %.1f s %s %.1f to %.1f s%n",
                        span.from(),
                        span.to(),
                        match.kind() == Kind.SHARED_SOUND ? "sound like" : "show",
                        span.otherFrom(),
                        span.otherTo());
            }
        };
    }

    /** For programs; seconds, shares of 0 to 1. */
    static MatchLineFormatter json(PrintStream out) {
        var factory = new JsonFactory();
        return (query, known, match) -> {
            var line = new StringWriter();
            try (JsonGenerator json = factory.createGenerator(line)) {
                json.writeStartObject();
                json.writeStringField("query", query);
                json.writeStringField("match", known);
                json.writeStringField("kind", match.kind().name());
                MomentsReason moments = match.reason();
                if (moments != null) {
                    json.writeStringField("sameMoments", moments.answer().name());
                    json.writeStringField("reason", moments.name());
                }
                json.writeStringField("transformation", transformation(match));
                json.writeArrayFieldStart("spans");
                for (Span span : match.spans()) {
                    json.writeStartObject();
                    write(json, "from", span.from());
                    write(json, "to", span.to());
                    write(json, "otherFrom", span.otherFrom());
                    write(json, "otherTo", span.otherTo());
                    json.writeEndObject();
                }
                json.writeEndArray();
                write(json, "coverage", match.coverage());
                write(json, "otherCoverage", match.otherCoverage());
                write(json, "score", match.score());
                write(json, "speed", match.speed());
                PictureAlignment view = match.view();
                if (view != null) {
                    write(json, "inThis", view.inThis());
                    write(json, "inOther", view.inOther());
                }
                json.writeEndObject();
            }
            out.print(line.append('\n'));
        };
    }

    private static void write(JsonGenerator json, String name, double value) throws IOException {
        json.writeNumberField(name, Math.round(value * 1000) / 1000.0);
    }

    private static void write(JsonGenerator json, String name, Rectangle rectangle) throws IOException {
        json.writeObjectFieldStart(name);
        write(json, "left", rectangle.left());
        write(json, "top", rectangle.top());
        write(json, "right", rectangle.right());
        write(json, "bottom", rectangle.bottom());
        json.writeEndObject();
    }

    /** Such as {@code MIRRORED+CROPPED}; {@code NONE} for the same. */
    private static String transformation(FootageMatch match) {
        String all = Stream.concat(
                        Stream.of(match.transformation().name()).filter(name -> !name.equals("NONE")),
                        match.alterations().stream().map(Enum::name))
                .collect(Collectors.joining("+"));
        return all.isEmpty() ? "NONE" : all;
    }
}
