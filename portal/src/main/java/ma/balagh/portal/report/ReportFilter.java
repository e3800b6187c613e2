package ma.balagh.portal.report;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of reports is narrowed by.
 *
 * @param words full text
 * @param cursor where the page begins; nothing for the newest
 */
@TemplateData
public record ReportFilter(
        ReportResponse.@Nullable Status status,
        @Nullable String words,
        @Nullable String cursor) {

    static ReportFilter of(@Nullable String name, @Nullable String words, @Nullable String cursor) {
        return new ReportFilter(
                Arrays.stream(ReportResponse.Status.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElse(null),
                FormInputParser.text(words),
                FormInputParser.text(cursor));
    }

    public List<ReportResponse.Status> statuses() {
        return List.of(ReportResponse.Status.values());
    }

    @Nullable
    String statusName() {
        return status == null ? null : status.name();
    }

    public String in(ReportResponse.Status other) {
        return address(other.name(), null);
    }

    public String inAnyStatus() {
        return address(null, null);
    }

    public String here() {
        return address(statusName(), cursor);
    }

    public String from(String next) {
        return address(statusName(), next);
    }

    private String address(@Nullable String statusName, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/reports");
        add(address, "status", statusName);
        add(address, "q", words);
        add(address, "cursor", from);
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }
}
