package ma.balagh.intake.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.http.Caller;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
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

    private final Caller caller;
    private final Instant now;
    private final List<Violation> violations = new ArrayList<>();

    private FilingRules(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /** @param caller who files it */
    static List<Violation> violations(FileReport command, Caller caller, Instant now) {
        var rules = new FilingRules(caller, now);
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
            violations.add(Violation.requiredOneOf("channel", Channel.class));
        }
        boolean hasText = command.text() != null && !command.text().isBlank();
        if (command.url() == null && !hasText && command.links().isEmpty()) {
            violations.add(new Violation(
                    "url", ViolationCode.CONTENT_REQUIRED, "at least one of url, text and mediaUrls is needed"));
        }
        text("title", command.title(), MAX_TITLE);
        text("text", command.text(), MAX_TEXT);
        if (command.url() != null) {
            link("url", command.url());
        }
        if (command.links().size() > MAX_LINKS) {
            violations.add(Violation.tooMany("mediaUrls", MAX_LINKS));
        }
        for (int i = 0; i < command.links().size(); i++) {
            link("mediaUrls[" + i + "]", command.links().get(i));
        }
        if (command.language() != null && !isLanguage(command.language())) {
            violations.add(Violation.malformed(
                    "language",
                    "must be a BCP 47 tag such as ar, fr or ar-MA, of at most %d characters".formatted(MAX_LANGUAGE)));
        }
    }

    private void origin(FileReport command) {
        past("publishedAt", command.publishedAt());
        String jurisdiction = command.jurisdiction();
        if (jurisdiction != null && !Jurisdictions.isCode(jurisdiction)) {
            violations.add(Violation.notAJurisdiction("jurisdiction"));
        } else if (jurisdiction == null
                ? seesNoTerritory()
                : !caller.jurisdictions().covers(jurisdiction)) {
            violations.add(Violation.notYourJurisdiction("jurisdiction"));
        }
    }

    /** A partner sees what it files, wherever that lies; staff would not. */
    private boolean seesNoTerritory() {
        return !caller.has(Roles.PARTNER) && caller.jurisdictions().first().isEmpty();
    }

    private void claim(Claim claim) {
        past("claim.occurredAt", claim.occurredAt());
        text("claim.place", claim.place(), Claim.LONGEST_PLACE);
        within("claim.latitude", claim.latitude(), 90);
        within("claim.longitude", claim.longitude(), 180);
        if (claim.latitude() == null && claim.longitude() != null) {
            violations.add(new Violation(
                    "claim.latitude", ViolationCode.OTHER_REQUIRED, "is needed where there is a longitude"));
        }
        if (claim.longitude() == null && claim.latitude() != null) {
            violations.add(new Violation(
                    "claim.longitude", ViolationCode.OTHER_REQUIRED, "is needed where there is a latitude"));
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
            violations.add(Violation.inTheFuture(field));
        } else if (time.isBefore(Instant.EPOCH)) {
            violations.add(Violation.beforeTheEpoch(field));
        }
    }

    private void within(String field, @Nullable Double degrees, int bound) {
        if (degrees != null && !(Math.abs(degrees) <= bound)) {
            violations.add(Violation.outOfRange(
                    field, -bound, bound, "must lie between -%d and %d degrees".formatted(bound, bound)));
        }
    }

    private void text(String field, @Nullable String text, int max) {
        if (text != null && text.codePointCount(0, text.length()) > max) {
            violations.add(Violation.tooLong(field, max));
        }
    }

    private void link(String field, @Nullable String link) {
        if (link == null || link.length() > MAX_URL || !isWebAddress(link)) {
            violations.add(new Violation(
                    field,
                    ViolationCode.NOT_AN_ADDRESS,
                    "must be an absolute http or https address without credentials, of at most %d characters"
                            .formatted(MAX_URL)));
        }
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
