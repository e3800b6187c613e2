package ma.balagh.intake.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** What a report that is filed has to be like; collects everything that is wrong with it. */
final class FilingRules {

    static final int MAX_TITLE = 500;
    static final int MAX_TEXT = 20_000;
    static final int MAX_URL = 2_048;
    static final int MAX_LINKS = 50;
    static final int MAX_IDENTITY = 200;
    /** A name of DNS with a port, and some; it is indexed. */
    private static final int MAX_AUTHORITY = 300;
    /** What RFC 5646 asks implementations to have room for. */
    static final int MAX_LANGUAGE = 35;
    /** How far ahead of ours a publisher's clock may be. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Jurisdictions jurisdictions;
    private final Instant now;
    private final List<Violation> violations = new ArrayList<>();

    private FilingRules(Jurisdictions jurisdictions, Instant now) {
        this.jurisdictions = jurisdictions;
        this.now = now;
    }

    /** @param jurisdictions the territories of who files it */
    static List<Violation> violations(FileReport command, Jurisdictions jurisdictions, Instant now) {
        var rules = new FilingRules(jurisdictions, now);
        rules.content(command);
        rules.origin(command);
        if (command.claim() != null) {
            rules.claim(command.claim());
        }
        if (command.reporter() != null) {
            rules.reporter(command.reporter());
        }
        return rules.violations;
    }

    private void content(FileReport command) {
        if (command.channel() == null) {
            violation("channel", "must be one of PRESS, SOCIAL, CITIZEN, PARTNER, DESK");
        }
        boolean hasText = command.text() != null && !command.text().isBlank();
        if (command.url() == null && !hasText && command.links().isEmpty()) {
            violation("url", "at least one of url, text and mediaUrls is needed");
        }
        text("title", command.title(), MAX_TITLE);
        text("text", command.text(), MAX_TEXT);
        if (command.url() != null) {
            link("url", command.url());
        }
        if (command.links().size() > MAX_LINKS) {
            violation("mediaUrls", "must be at most " + MAX_LINKS);
        }
        for (int i = 0; i < command.links().size(); i++) {
            link("mediaUrls[" + i + "]", command.links().get(i));
        }
        if (command.language() != null && !isLanguage(command.language())) {
            violation(
                    "language",
                    "must be a BCP 47 tag such as ar, fr or ar-MA, of at most %d characters".formatted(MAX_LANGUAGE));
        }
    }

    private void origin(FileReport command) {
        past("publishedAt", command.publishedAt());
        String jurisdiction = command.jurisdiction();
        if (jurisdiction != null && !Jurisdictions.isCode(jurisdiction)) {
            violation("jurisdiction", "must be a code such as MA-CAS");
        } else if (jurisdiction != null && !jurisdictions.covers(jurisdiction)) {
            violation("jurisdiction", "lies outside your jurisdictions");
        }
    }

    private void claim(Claim claim) {
        past("claim.occurredAt", claim.occurredAt());
        text("claim.place", claim.place(), Claim.LONGEST_PLACE);
        within("claim.latitude", claim.latitude(), 90);
        within("claim.longitude", claim.longitude(), 180);
        if (claim.latitude() == null && claim.longitude() != null) {
            violation("claim.latitude", "is needed where there is a longitude");
        }
        if (claim.longitude() == null && claim.latitude() != null) {
            violation("claim.longitude", "is needed where there is a latitude");
        }
    }

    private void reporter(ReporterIdentity reporter) {
        text("reporter.name", reporter.name(), MAX_IDENTITY);
        text("reporter.contact", reporter.contact(), MAX_IDENTITY);
    }

    private void past(String field, @Nullable Instant time) {
        if (time == null) {
            return;
        }
        if (time.isAfter(now.plus(SKEW))) {
            violation(field, "must not lie in the future");
        } else if (time.isBefore(Instant.EPOCH)) {
            violation(field, "must not lie before 1970");
        }
    }

    private void within(String field, @Nullable Double degrees, int bound) {
        if (degrees != null && !(Math.abs(degrees) <= bound)) {
            violation(field, "must lie between -%d and %d degrees".formatted(bound, bound));
        }
    }

    private void text(String field, @Nullable String text, int max) {
        if (text != null && text.codePointCount(0, text.length()) > max) {
            violation(field, "must have at most %d characters".formatted(max));
        }
    }

    private void link(String field, @Nullable String link) {
        if (link == null || link.length() > MAX_URL || !isWebAddress(link)) {
            violation(
                    field,
                    "must be an absolute http or https address without credentials, of at most %d characters"
                            .formatted(MAX_URL));
        }
    }

    private void violation(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private static boolean isWebAddress(String link) {
        try {
            var uri = new URI(link);
            String scheme = uri.getScheme();
            return scheme != null
                    && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority().length() <= MAX_AUTHORITY
                    && uri.getRawAuthority().indexOf('@') < 0;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isLanguage(String tag) {
        if (tag.length() > MAX_LANGUAGE) {
            return false;
        }
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }
}
