package ma.balagh.portal.source;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that a source is described with, as it was filled in.
 *
 * @param tag of the source as it was read; nothing for a new one
 * @param keywords one a line
 * @param enabled something where it is
 */
@TemplateData
public record SourceForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String tag,
        @RestForm @Nullable String name,
        @RestForm @Nullable String kind,
        @RestForm @Nullable String url,
        @RestForm @Nullable String interval,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String keywords,
        @RestForm @Nullable String enabled) {

    static final Set<String> FIELDS = Set.of("name", "kind", "url", "interval", "jurisdiction", "keywords");

    private static final Duration USUAL = Duration.ofMinutes(5);

    static SourceForm empty(String key) {
        return new SourceForm(
                key, null, null, SourceResponse.Kind.RSS.name(), null, USUAL.toString(), null, null, "true");
    }

    static SourceForm of(SourceResponse source, @Nullable String tag) {
        return new SourceForm(
                null,
                tag,
                source.name(),
                source.kind() == null ? null : source.kind().name(),
                source.url(),
                source.interval() == null ? null : source.interval().toString(),
                source.jurisdiction(),
                String.join("\n", source.keywords()),
                source.enabled() ? "true" : null);
    }

    /** The same, to be sent again over what somebody else made of the source meanwhile. */
    SourceForm over(@Nullable String present) {
        return new SourceForm(key, present, name, kind, url, interval, jurisdiction, keywords, enabled);
    }

    public boolean isWebhook() {
        return SourceResponse.Kind.WEBHOOK.name().equals(kind);
    }

    public boolean isNew() {
        return FormInputParser.text(tag) == null;
    }

    /** A source that is watched does not become one that calls us, nor the reverse. */
    public List<SourceResponse.Kind> kinds() {
        return Arrays.stream(SourceResponse.Kind.values())
                .filter(each -> isNew() || (each == SourceResponse.Kind.WEBHOOK) == isWebhook())
                .toList();
    }

    public List<PollInterval> intervals() {
        return PollInterval.choices(chosen());
    }

    public PollInterval chosen() {
        try {
            return new PollInterval(interval == null ? USUAL : Duration.parse(interval));
        } catch (DateTimeParseException notOffered) {
            return new PollInterval(USUAL);
        }
    }

    SourceClient.Describe command() {
        return new SourceClient.Describe(
                FormInputParser.text(name),
                FormInputParser.text(kind),
                FormInputParser.text(url),
                // The choice is in the form whatever the kind; a webhook has none.
                isWebhook() ? null : FormInputParser.text(interval),
                FormInputParser.text(jurisdiction),
                FormInputParser.lines(keywords),
                enabled != null);
    }

    /** A source as it is, but watched or not. */
    static SourceClient.Describe switched(SourceResponse source, boolean on) {
        SourceClient.Describe as = of(source, null).command();
        return new SourceClient.Describe(
                as.name(), as.kind(), as.url(), as.interval(), as.jurisdiction(), as.keywords(), on);
    }
}
