package ma.balagh.portal.audit;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for, as it was typed; the service says what it cannot read.
 *
 * @param service whose trail
 * @param person the lasting id of an account, or its name
 * @param record the id of one
 * @param purpose words of it
 * @param from the first day
 * @param to the last day
 * @param cursor where the page begins; nothing for the first
 */
@TemplateData
public record AuditTrailFilter(
        @RestQuery @Nullable String service,
        @RestQuery @Nullable String person,
        @RestQuery @Nullable String record,
        @RestQuery @Nullable String kind,
        @RestQuery @Nullable String purpose,
        @RestQuery @Nullable String from,
        @RestQuery @Nullable String to,
        @RestQuery @Nullable String cursor) {

    static final Set<String> FIELDS = Set.of("person", "record", "kind", "purpose", "from", "to");

    public AuditTrailFilter {
        service = FormInputParser.text(service);
        person = FormInputParser.text(person);
        record = FormInputParser.text(record);
        kind = FormInputParser.text(kind);
        purpose = FormInputParser.text(purpose);
        from = FormInputParser.text(from);
        to = FormInputParser.text(to);
        cursor = FormInputParser.text(cursor);
    }

    public AuditTrailOwner owner() {
        return AuditTrailOwner.of(service);
    }

    public List<AuditTrailOwner> owners() {
        return List.of(AuditTrailOwner.values());
    }

    /** Those that the service writes down, and the chosen one. */
    public List<AuditKindCode> kinds() {
        return Arrays.stream(AuditKindCode.values())
                .filter(each -> each.isWrittenBy(owner()) || each.name().equals(kind))
                .toList();
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return person != null || record != null || kind != null || purpose != null || from != null || to != null;
    }

    /** When the first day begins. */
    @Nullable
    String begin() {
        return midnight(from, 0, "from");
    }

    /** When the last day is over. */
    @Nullable
    String end() {
        return midnight(to, 1, "to");
    }

    /** The same of another service, which may have no such kind. */
    public String at(AuditTrailOwner other) {
        boolean isKnown = other.kinds().stream().anyMatch(each -> each.name().equals(kind));
        return address(other, isKnown ? kind : null, null);
    }

    /** All that the service has. */
    public String everything() {
        return new AuditTrailFilter(service, null, null, null, null, null, null, null).startingAt(null);
    }

    /** Another page of the same. */
    public String startingAt(@Nullable String next) {
        return address(owner(), kind, next);
    }

    private String address(AuditTrailOwner whose, @Nullable String what, @Nullable String next) {
        UriBuilder address = UriBuilder.fromPath("/audit");
        add(address, "service", whose.name());
        add(address, "person", person);
        add(address, "record", record);
        add(address, "kind", what);
        add(address, "purpose", purpose);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "cursor", next);
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    /** The begin of a day in Morocco. */
    private static @Nullable String midnight(@Nullable String day, int later, String name) {
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(FormInputParser.ZONE)
                            .toInstant()
                            .toString();
        } catch (DateTimeException notADay) {
            throw new FormInputParser.WrongInput(name);
        }
    }
}
