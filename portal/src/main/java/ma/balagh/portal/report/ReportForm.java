package ma.balagh.portal.report;

import ma.balagh.portal.shell.FormInputParser;
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

    ReportClient.File command() {
        return new ReportClient.File(
                FormInputParser.text(channel),
                FormInputParser.text(url),
                FormInputParser.text(title),
                FormInputParser.text(text),
                FormInputParser.text(language),
                FormInputParser.moment(publishedAt, "publishedAt"),
                claim(),
                FormInputParser.text(jurisdiction),
                FormInputParser.lines(mediaUrls),
                reporter());
    }

    private ReportClient.@Nullable Claim claim() {
        var claim = new ReportClient.Claim(
                FormInputParser.moment(occurredAt, "claim.occurredAt"),
                FormInputParser.text(place),
                FormInputParser.number(latitude, "claim.latitude"),
                FormInputParser.number(longitude, "claim.longitude"));
        return claim.equals(new ReportClient.Claim(null, null, null, null)) ? null : claim;
    }

    private ReportClient.@Nullable Reporter reporter() {
        var reporter =
                new ReportClient.Reporter(FormInputParser.text(reporterName), FormInputParser.text(reporterContact));
        return reporter.equals(new ReportClient.Reporter(null, null)) ? null : reporter;
    }
}
