package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of dossiers is narrowed by.
 *
 * @param words full text
 * @param cursor where the page begins; nothing for the first
 * @param byUrgency whether what should be looked at first comes first, instead of the newest
 */
@TemplateData
public record DossierFilter(
        @Nullable DossierStateCode state,
        @Nullable VerdictCode verdict,
        @Nullable String words,
        @Nullable String cursor,
        boolean byUrgency) {

    private static final String URGENCY = "urgency";

    static DossierFilter of(
            @Nullable String state,
            @Nullable String verdict,
            @Nullable String words,
            @Nullable String cursor,
            @Nullable String sort) {
        return new DossierFilter(
                constant(DossierStateCode.values(), state),
                constant(VerdictCode.values(), verdict),
                FormInputParser.text(words),
                FormInputParser.text(cursor),
                URGENCY.equals(sort));
    }

    /** Those that have a list of their own. */
    public List<DossierStateCode> states() {
        return List.of(DossierStateCode.OPEN, DossierStateCode.PROPOSED, DossierStateCode.CONCLUDED);
    }

    @Nullable
    String stateName() {
        return state == null ? null : state.name();
    }

    @Nullable
    String verdictName() {
        return verdict == null ? null : verdict.name();
    }

    /** This list in another state. */
    public String in(DossierStateCode other) {
        return address(other.name(), null, byUrgency);
    }

    public String inAnyState() {
        return address(null, null, byUrgency);
    }

    /** This list as it stands, for refreshing. */
    public String here() {
        return address(stateName(), cursor, byUrgency);
    }

    public String from(String next) {
        return address(stateName(), next, byUrgency);
    }

    /** This list in the other order. */
    public String otherwise() {
        return address(stateName(), null, !byUrgency);
    }

    /** For analysis; nothing for its own order. */
    @Nullable
    String sort() {
        return byUrgency ? URGENCY : null;
    }

    private String address(@Nullable String stateName, @Nullable String from, boolean urgentFirst) {
        var address = UriBuilder.fromPath("/dossiers");
        add(address, "state", stateName);
        add(address, "verdict", verdictName());
        add(address, "q", words);
        add(address, "sort", urgentFirst ? URGENCY : null);
        add(address, "cursor", from);
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
