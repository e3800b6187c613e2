package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of unanswered reports is narrowed by.
 *
 * @param from the youngest that it shows
 * @param cursor where the page begins; nothing for the oldest
 */
@TemplateData
public record AgeingFilter(
        @Nullable AgeClassCode from,
        @Nullable String jurisdiction,
        @Nullable String cursor) {

    static AgeingFilter of(@Nullable String from, @Nullable String jurisdiction, @Nullable String cursor) {
        return new AgeingFilter(
                AgeClassCode.of(from), FormInputParser.text(jurisdiction), FormInputParser.text(cursor));
    }

    @Nullable
    String olderThan() {
        return from == null ? null : from.from().toString();
    }

    public boolean isNarrowed() {
        return from != null || jurisdiction != null;
    }

    public String since(@Nullable AgeClassCode age) {
        return address(age, jurisdiction, null);
    }

    public String within(String territory) {
        return address(from, territory, null);
    }

    public String here() {
        return address(from, jurisdiction, cursor);
    }

    public String at(@Nullable String next) {
        return address(from, jurisdiction, next);
    }

    private static String address(@Nullable AgeClassCode age, @Nullable String territory, @Nullable String next) {
        UriBuilder address = UriBuilder.fromPath("/ageing");
        add(address, "from", age == null ? null : age.name());
        add(address, "jurisdiction", territory);
        add(address, "cursor", next);
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }
}
