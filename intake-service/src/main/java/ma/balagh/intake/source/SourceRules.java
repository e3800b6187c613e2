package ma.balagh.intake.source;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import ma.balagh.fetch.AddressProspect;
import ma.balagh.fetch.FetchClient;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.jspecify.annotations.Nullable;

/** What a source that is described has to be like; collects everything that is wrong with it. */
@ApplicationScoped
class SourceRules {

    static final int MAX_NAME = 200;
    static final int MAX_URL = 2_048;
    static final int MAX_KEYWORDS = 50;
    static final int MAX_KEYWORD = 100;
    private static final Pattern TAG_PAGE = Pattern.compile("^(https?://[^/?#]+)/tags/([^/?#]+)$");

    private final FetchClient fetcher;
    private final SourceConfig config;

    /**
     * What a description comes to.
     *
     * @param place where it is polled; absent where it is not
     */
    record Accepted(
            String name,
            SourceKind kind,
            @Nullable Place place,
            String jurisdiction,
            List<String> keywords,
            boolean enabled) {}

    /** @param host of the address */
    record Place(String url, String host, Duration interval) {}

    SourceRules(FetchClient fetcher, SourceConfig config) {
        this.fetcher = fetcher;
        this.config = config;
    }

    /**
     * @param territories of who describes it
     * @throws ma.balagh.http.ProblemException 400 with every field that is wrong
     */
    Accepted accept(SourceDescription described, Jurisdictions territories) {
        var violations = new ArrayList<Violation>();
        String name = described.name() == null ? "" : described.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME) {
            violations.add(Violation.wrongLength("name", MAX_NAME));
        }
        if (described.kind() == null) {
            violations.add(Violation.requiredOneOf("kind", SourceKind.class));
        }
        Place place =
                described.kind() == SourceKind.WEBHOOK ? nowhere(described, violations) : place(described, violations);
        String jurisdiction = jurisdiction(described, territories, violations);
        List<String> keywords = keywords(described, violations);
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        return new Accepted(
                name,
                requireNonNull(described.kind()),
                place,
                jurisdiction,
                keywords,
                !Boolean.FALSE.equals(described.enabled()));
    }

    private static @Nullable Place nowhere(SourceDescription described, List<Violation> violations) {
        if (described.url() != null) {
            violations.add(
                    new Violation("url", ViolationCode.OF_A_WEBHOOK, "a webhook is called by its sender and has none"));
        }
        if (described.interval() != null) {
            violations.add(new Violation("interval", ViolationCode.OF_A_WEBHOOK, "a webhook is not polled"));
        }
        return null;
    }

    private @Nullable Place place(SourceDescription described, List<Violation> violations) {
        Duration interval = Objects.requireNonNullElse(described.interval(), config.usualInterval());
        if (interval.compareTo(config.shortestInterval()) < 0 || interval.compareTo(config.longestInterval()) > 0) {
            violations.add(Violation.outOfRange(
                    "interval",
                    config.shortestInterval().toString(),
                    config.longestInterval().toString(),
                    "must be %s to %s".formatted(config.shortestInterval(), config.longestInterval())));
        }
        String url = described.url();
        if (url == null || url.length() > MAX_URL) {
            violations.add(new Violation(
                    "url",
                    ViolationCode.WRONG_LENGTH,
                    Map.of("min", 1, "max", MAX_URL),
                    "is needed, with at most %d characters".formatted(MAX_URL)));
            return null;
        }
        return switch (fetcher.judge(described.kind() == SourceKind.MASTODON_TAG ? timeline(url) : url)) {
            case AddressProspect.Fetchable fetchable -> new Place(fetchable.address(), fetchable.host(), interval);
            case AddressProspect.Hopeless hopeless -> {
                violations.add(new Violation(
                        "url",
                        hopeless.reason().code(),
                        "cannot be fetched. " + hopeless.reason().sentence()));
                yield null;
            }
        };
    }

    /** An officer sees the tag's page; what stands behind it for programs is what we read. */
    private static String timeline(String url) {
        return TAG_PAGE.matcher(url).replaceFirst("$1/api/v1/timelines/tag/$2?limit=40");
    }

    private static String jurisdiction(
            SourceDescription described, Jurisdictions territories, List<Violation> violations) {
        String told = described.jurisdiction() == null ? territories.first().orElse("") : described.jurisdiction();
        if (!Jurisdictions.isCode(told)) {
            violations.add(Violation.notAJurisdiction("jurisdiction"));
        } else if (!territories.covers(told)) {
            violations.add(Violation.notYourJurisdiction("jurisdiction"));
        }
        return told;
    }

    private static List<String> keywords(SourceDescription described, List<Violation> violations) {
        List<@Nullable String> told = described.keywords() == null ? List.of() : described.keywords();
        if (told.size() > MAX_KEYWORDS) {
            violations.add(Violation.tooMany("keywords", MAX_KEYWORDS));
        }
        var kept = new ArrayList<String>();
        for (int i = 0; i < told.size(); i++) {
            String keyword = told.get(i) == null ? "" : told.get(i).strip();
            if (keyword.isEmpty() || keyword.length() > MAX_KEYWORD) {
                violations.add(Violation.wrongLength("keywords[" + i + "]", MAX_KEYWORD));
            } else if (!kept.contains(keyword)) {
                kept.add(keyword);
            }
        }
        return kept;
    }
}
