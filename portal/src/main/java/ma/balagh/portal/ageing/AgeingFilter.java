package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import ma.balagh.portal.shell.Input;
import org.jspecify.annotations.Nullable;

/**
 * What the list of unanswered reports is narrowed by.
 *
 * @param from the youngest that it shows
 * @param cursor where the page begins; nothing for the oldest
 */
@TemplateData
public record AgeingFilter(
        @Nullable AgeClass from,
        @Nullable String jurisdiction,
        @Nullable String cursor) {

    static AgeingFilter of(@Nullable String from, @Nullable String jurisdiction, @Nullable String cursor) {
        return new AgeingFilter(AgeClass.of(from), Input.text(jurisdiction), Input.text(cursor));
    }

    @Nullable
    String olderThan() {
        return from == null ? null : from.from().toString();
    }

    public boolean isNarrowed() {
        return from != null || jurisdiction != null;
    }

    public String since(@Nullable AgeClass age) {
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

    private static String address(@Nullable AgeClass age, @Nullable String territory, @Nullable String next) {
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
