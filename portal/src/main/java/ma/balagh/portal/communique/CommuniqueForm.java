package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.shell.DisplayFormatter;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a communiqué, as it was filled in.
 *
 * @param tag of the communiqué as it was read; nothing for a new one
 * @param incidentIds of those that it is to tell of
 * @param from the first day of the first month of the figures; nothing for those of the last month that is published
 * @param to the last day of the last month of them
 */
@TemplateData
public record CommuniqueForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String tag,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String kind,
        @RestForm List<String> incidentIds,
        @RestForm @Nullable String ar,
        @RestForm @Nullable String fr,
        @RestForm @Nullable String en,
        @RestForm @Nullable String from,
        @RestForm @Nullable String to,
        @RestForm @Nullable String embargoUntil,
        @RestForm @Nullable String urgency,
        @RestForm @Nullable String severity,
        @RestForm @Nullable String certainty,
        @RestForm @Nullable String expiresAt) {

    static final Set<String> FIELDS =
            Set.of("jurisdiction", "kind", "incidentIds", "ar", "fr", "en", "from", "to", "embargoUntil", "expiresAt");

    /** Those that can be changed later; the others are hidden in that form. */
    static final Set<String> LATER_FIELDS = Set.of("ar", "fr", "en", "embargoUntil", "expiresAt");

    private static final String ALERT = "ALERT";
    private static final String FIGURES = "FIGURES";

    /** @param incident that it is to tell of */
    static CommuniqueForm empty(String key, @Nullable UUID incident, @Nullable String jurisdiction) {
        return new CommuniqueForm(
                key,
                null,
                jurisdiction,
                incident == null ? "STATEMENT" : "CASE",
                incident == null ? List.of() : List.of(incident.toString()),
                null,
                null,
                null,
                null,
                null,
                null,
                "EXPECTED",
                "MODERATE",
                "LIKELY",
                null);
    }

    static CommuniqueForm of(CommuniqueResponse communique, String tag, DisplayFormatter format) {
        var alert = communique.alert();
        return new CommuniqueForm(
                null,
                tag,
                communique.jurisdiction(),
                nameOf(communique.kind()),
                communique.incidentIds().stream().map(UUID::toString).toList(),
                communique.texts().ar(),
                communique.texts().fr(),
                communique.texts().en(),
                null,
                null,
                format.field(communique.embargoUntil()),
                alert == null ? null : nameOf(alert.urgency()),
                alert == null ? null : nameOf(alert.severity()),
                alert == null ? null : nameOf(alert.certainty()),
                alert == null ? null : format.field(alert.expiresAt()));
    }

    /** The same, over what the communiqué says now. */
    CommuniqueForm over(String present) {
        return new CommuniqueForm(
                key,
                present,
                jurisdiction,
                kind,
                incidentIds,
                ar,
                fr,
                en,
                from,
                to,
                embargoUntil,
                urgency,
                severity,
                certainty,
                expiresAt);
    }

    static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    public CommuniqueKindCode figures() {
        return CommuniqueKindCode.FIGURES;
    }

    public List<CommuniqueKindCode> kinds() {
        return List.of(CommuniqueKindCode.values());
    }

    public List<AlertUrgencyCode> urgencies() {
        return List.of(AlertUrgencyCode.values());
    }

    public List<AlertSeverityCode> severities() {
        return List.of(AlertSeverityCode.values());
    }

    public List<AlertCertaintyCode> certainties() {
        return List.of(AlertCertaintyCode.values());
    }

    /** @throws FormInputParser.WrongInput for what cannot be meant */
    CommuniqueClient.Write command() {
        return command(null, null);
    }

    /**
     * @param present whose times the form showed
     * @throws FormInputParser.WrongInput for what cannot be meant
     */
    CommuniqueClient.Write changing(CommuniqueResponse present) {
        var alert = present.alert();
        return command(present.embargoUntil(), alert == null ? null : alert.expiresAt());
    }

    private CommuniqueClient.Write command(@Nullable Instant shownEmbargo, @Nullable Instant shownExpiry) {
        boolean written = Stream.of(ar, fr, en).anyMatch(text -> FormInputParser.text(text) != null);
        return new CommuniqueClient.Write(
                FormInputParser.text(jurisdiction),
                FormInputParser.text(kind),
                written ? new CommuniqueClient.Texts(plain(ar), plain(fr), plain(en)) : null,
                incidents(),
                isFigures() ? day(from, "from", 0) : null,
                isFigures() ? day(to, "to", 1) : null,
                ALERT.equals(kind)
                        ? new CommuniqueClient.Alert(
                                FormInputParser.text(urgency),
                                FormInputParser.text(severity),
                                FormInputParser.text(certainty),
                                FormInputParser.moment(expiresAt, shownExpiry, "expiresAt"))
                        : null,
                FormInputParser.moment(embargoUntil, shownEmbargo, "embargoUntil"),
                null);
    }

    private boolean isFigures() {
        return FIGURES.equals(kind);
    }

    /** The beginning of a day, or of one after it. */
    private static @Nullable Instant day(@Nullable String field, String name, int daysAfter) {
        String day = FormInputParser.text(field);
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(daysAfter)
                            .atStartOfDay(FormInputParser.ZONE)
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            throw new FormInputParser.WrongInput(name);
        }
    }

    /** Browsers send line breaks as two characters; what is found in a text is counted with one. */
    private static @Nullable String plain(@Nullable String text) {
        String typed = FormInputParser.text(text);
        return typed == null ? null : typed.replace("\r\n", "\n");
    }

    /** The incidents; none where what was sent cannot be meant. */
    List<UUID> readable() {
        try {
            return incidents();
        } catch (FormInputParser.WrongInput noIds) {
            return List.of();
        }
    }

    /** @throws FormInputParser.WrongInput for what is no id */
    List<UUID> incidents() {
        try {
            return incidentIds.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException noId) {
            throw new FormInputParser.WrongInput("incidentIds");
        }
    }
}
