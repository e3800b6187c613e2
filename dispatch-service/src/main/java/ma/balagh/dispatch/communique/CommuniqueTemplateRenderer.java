package ma.balagh.dispatch.communique;

import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.campaign.PeriodFigures;
import ma.balagh.dispatch.campaign.PublicFigures;
import ma.balagh.dispatch.incident.PublishableIncident;
import org.jspecify.annotations.Nullable;

/**
 * The first wording of communiqués in three languages, from facts alone: what kind of offence, in which town, on which day,
 * and how it ended. People go on from there.
 */
@ApplicationScoped
@RegisterResources(globs = "ma/balagh/dispatch/communique/*.properties")
class CommuniqueTemplateRenderer {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    private final Map<String, Properties> words = Stream.of("ar", "fr", "en")
            .collect(Collectors.toMap(Function.identity(), CommuniqueTemplateRenderer::read));
    private final TerritoryNameReader territories = TerritoryNameReader.load();

    private static Properties read(String language) {
        String name = "communique_" + language + ".properties";
        try (InputStream file = CommuniqueTemplateRenderer.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommuniqueTexts ofIncidents(List<PublishableIncident> incidents) {
        return inEachLanguage(language -> cases(language, incidents));
    }

    CommuniqueTexts ofFigures(String jurisdiction, PeriodFigures period) {
        return inEachLanguage(language -> figures(language, jurisdiction, period));
    }

    /** Where there is nothing to begin with but the form. */
    CommuniqueTexts empty(CommuniqueKind kind, String jurisdiction) {
        return inEachLanguage(language -> say(language, kind + ".headline", territories.name(jurisdiction, language))
                + "\n\n" + say(language, kind + ".text"));
    }

    /** The same with a line that says which one it corrects. */
    CommuniqueTexts correcting(CommuniqueTexts texts, Instant publishedAt) {
        return inEachLanguage(language -> texts.in(Locale.of(language)).strip() + "\n\n"
                + say(language, "correction", day(language, publishedAt)));
    }

    String territory(String jurisdiction, String language) {
        return territories.name(jurisdiction, language);
    }

    private static CommuniqueTexts inEachLanguage(Function<String, String> text) {
        return new CommuniqueTexts(text.apply("ar"), text.apply("fr"), text.apply("en"));
    }

    private String cases(String language, List<PublishableIncident> incidents) {
        var first = incidents.getFirst();
        String headline = incidents.size() == 1
                ? say(
                        language,
                        "CASE.headline",
                        capitalized(say(language, "type." + first.type())),
                        territories.name(first.jurisdiction(), language))
                : say(language, "CASE.headline.several");
        return Stream.of(
                        Stream.of(headline),
                        incidents.stream().map(incident -> incident(language, incident)),
                        Stream.of(say(language, "CASE.closing")))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
    }

    private String incident(String language, PublishableIncident incident) {
        return say(
                language,
                "CASE.incident",
                say(language, "the." + incident.type()),
                territories.name(incident.jurisdiction(), language),
                day(language, incident.happenedAt()),
                say(language, "outcome." + incident.outcome()));
    }

    private String figures(String language, String jurisdiction, PeriodFigures period) {
        String territory = territories.name(jurisdiction, language);
        String from = day(language, period.first().atDay(1));
        String to = day(language, period.last().atEndOfMonth());
        var shown = period.figures();
        String lines = String.join(
                "\n",
                line(language, say(language, "figure.takenIn"), shown.takenIn()),
                line(language, say(language, "figure.examined"), shown.examined()),
                line(language, say(language, "figure.answered"), shown.answered()),
                line(language, say(language, "figure.presumedOffences"), shown.presumedOffences()),
                line(language, say(language, "figure.falseReports"), shown.falseReports()),
                line(language, say(language, "figure.knownCases"), shown.knownCases()),
                line(language, say(language, "figure.otherAnswers"), shown.otherAnswers()),
                line(language, say(language, "figure.waiting", to), period.waiting()));
        String fewer = say(language, "fewer", Long.toString(PublicFigures.LEAST));
        return String.join(
                "\n\n",
                say(language, "FIGURES.headline", territory, from, to),
                say(language, "FIGURES.text", from, to, territory),
                lines,
                say(language, "FIGURES.closing", fewer));
    }

    private String line(String language, String what, @Nullable Long count) {
        String number =
                count == null ? say(language, "fewer", Long.toString(PublicFigures.LEAST)) : Long.toString(count);
        return say(language, "FIGURES.line", what, number);
    }

    /** The day in Morocco; the hour is not told. */
    private String day(String language, Instant at) {
        return day(language, LocalDate.ofInstant(at, ZONE));
    }

    private String day(String language, LocalDate day) {
        String month = say(language, "months").split(",")[day.getMonthValue() - 1];
        return say(language, "day", day.getDayOfMonth(), month, Integer.toString(day.getYear()));
    }

    private String say(String language, String key, Object... arguments) {
        String pattern = Objects.requireNonNull(words.get(language)).getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException(key + " is missing in " + language);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
