package ma.balagh.portal.report;

import ma.balagh.portal.shell.Input;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that the desk registers a report with, as it was filled in. */
record ReportForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String channel,
        @RestForm @Nullable String url,
        @RestForm @Nullable String title,
        @RestForm @Nullable String text,
        @RestForm @Nullable String language,
        @RestForm @Nullable String publishedAt,
        @RestForm @Nullable String occurredAt,
        @RestForm @Nullable String place,
        @RestForm @Nullable String latitude,
        @RestForm @Nullable String longitude,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String mediaUrls,
        @RestForm @Nullable String reporterName,
        @RestForm @Nullable String reporterContact) {

    ReportService.File command() {
        return new ReportService.File(
                Input.text(channel),
                Input.text(url),
                Input.text(title),
                Input.text(text),
                Input.text(language),
                Input.moment(publishedAt, "publishedAt"),
                claim(),
                Input.text(jurisdiction),
                Input.lines(mediaUrls),
                reporter());
    }

    private ReportService.@Nullable Claim claim() {
        var claim = new ReportService.Claim(
                Input.moment(occurredAt, "claim.occurredAt"),
                Input.text(place),
                Input.number(latitude, "claim.latitude"),
                Input.number(longitude, "claim.longitude"));
        return claim.equals(new ReportService.Claim(null, null, null, null)) ? null : claim;
    }

    private ReportService.@Nullable Reporter reporter() {
        var reporter = new ReportService.Reporter(Input.text(reporterName), Input.text(reporterContact));
        return reporter.equals(new ReportService.Reporter(null, null)) ? null : reporter;
    }
}
