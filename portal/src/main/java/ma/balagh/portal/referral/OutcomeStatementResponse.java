package ma.balagh.portal.referral;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it was told, or a correction of it.
 *
 * @param kind as {@code IncidentResponse.OutcomeKind} names it
 * @param reason why the one before was wrong; nothing for the first
 */
@TemplateData
public record OutcomeStatementResponse(
        String kind,
        int persons,
        @Nullable String note,
        Details details,
        @Nullable String reason,
        Instant at,
        String by) {

    /** What an object is taken for. */
    public enum SeizedKind {
        WEAPON,
        VEHICLE,
        PHONE,
        MONEY,
        DRUGS,
        STOLEN_PROPERTY,
        OTHER
    }

    /** What an injured person was in the incident. */
    public enum InjuredRole {
        VICTIM,
        BYSTANDER,
        SUSPECT,
        OFFICER
    }

    /** What belongs to the outcome besides its kind. */
    @TemplateData
    public record Details(List<Seized> seized, List<Injured> injured, List<Arrest> arrests) {

        private static final int LEAST_LINES = 4;
        /** More is not taken. */
        private static final int MOST_LINES = 100;

        public static final Details NONE = new Details(List.of(), List.of(), List.of());

        /** What an object can be taken for, for the form. */
        public List<SeizedKind> kinds() {
            return List.of(SeizedKind.values());
        }

        /** What somebody injured can have been, for the form. */
        public List<InjuredRole> roles() {
            return List.of(InjuredRole.values());
        }

        public boolean isEmpty() {
            return seized.isEmpty() && injured.isEmpty() && arrests.isEmpty();
        }

        /** What the form offers again for a correction: each reference on the line of its person's number. */
        public String arrestLines() {
            int last = arrests.stream().mapToInt(Arrest::person).max().orElse(0);
            return IntStream.rangeClosed(1, last).mapToObj(this::referenceOf).collect(Collectors.joining("\n"));
        }

        private String referenceOf(int person) {
            return arrests.stream()
                    .filter(arrest -> arrest.person() == person)
                    .map(Arrest::reference)
                    .findFirst()
                    .orElse("");
        }

        /** How many were injured in that role, for the form; nothing for none. */
        public String injuredAs(String role) {
            return injured.stream()
                    .filter(each -> each.role() != null && each.role().name().equals(role))
                    .map(each -> Integer.toString(each.count()))
                    .findFirst()
                    .orElse("");
        }

        /** How many lines the form has for seized objects: all that are there, and one for another. */
        public int seizedLines() {
            return Math.clamp(seized.size() + 1, LEAST_LINES, MOST_LINES);
        }

        /** The line of the form with that number; an empty one beyond those that are there. */
        public Seized seizedAt(int line) {
            return line < seized.size() ? seized.get(line) : Seized.NONE;
        }
    }

    /** Objects that were seized. */
    @TemplateData
    public record Seized(@Nullable SeizedKind kind, String description, int count) {

        static final Seized NONE = new Seized(null, "", 1);
    }

    /** How many were injured in one role. */
    @TemplateData
    public record Injured(@Nullable InjuredRole role, int count) {}

    /** Under which reference an arrested person is recorded. */
    @TemplateData
    public record Arrest(int person, String reference) {}
}
