package ma.balagh.portal.source;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.shell.Input;
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
        return new SourceForm(key, null, null, Source.Kind.RSS.name(), null, USUAL.toString(), null, null, "true");
    }

    static SourceForm of(Source source, @Nullable String tag) {
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
        return Source.Kind.WEBHOOK.name().equals(kind);
    }

    public boolean isNew() {
        return Input.text(tag) == null;
    }

    /** A source that is watched does not become one that calls us, nor the reverse. */
    public List<Source.Kind> kinds() {
        return Arrays.stream(Source.Kind.values())
                .filter(each -> isNew() || (each == Source.Kind.WEBHOOK) == isWebhook())
                .toList();
    }

    public List<Interval> intervals() {
        return Interval.choices(chosen());
    }

    public Interval chosen() {
        try {
            return new Interval(interval == null ? USUAL : Duration.parse(interval));
        } catch (DateTimeParseException notOffered) {
            return new Interval(USUAL);
        }
    }

    SourceService.Describe command() {
        return new SourceService.Describe(
                Input.text(name),
                Input.text(kind),
                Input.text(url),
                // The choice is in the form whatever the kind; a webhook has none.
                isWebhook() ? null : Input.text(interval),
                Input.text(jurisdiction),
                Input.lines(keywords),
                enabled != null);
    }

    /** A source as it is, but watched or not. */
    static SourceService.Describe switched(Source source, boolean on) {
        SourceService.Describe as = of(source, null).command();
        return new SourceService.Describe(
                as.name(), as.kind(), as.url(), as.interval(), as.jurisdiction(), as.keywords(), on);
    }
}
