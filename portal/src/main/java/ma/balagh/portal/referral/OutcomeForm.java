package ma.balagh.portal.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that an outcome is told or corrected with, as it was filled in. A seized object is one line of three fields;
 * references stand one on a line, each on that of its person's number.
 */
public record OutcomeForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String tag,
        @RestForm @Nullable String kind,
        @RestForm @Nullable String persons,
        @RestForm @Nullable String note,
        @RestForm @Nullable String reason,
        @RestForm @Nullable List<String> seizedKind,
        @RestForm @Nullable List<String> seizedDescription,
        @RestForm @Nullable List<String> seizedCount,
        @RestForm @Nullable List<String> injuredRole,
        @RestForm @Nullable List<String> injuredCount,
        @RestForm @Nullable String arrests) {

    /** What dispatch is told: only what was filled in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            @Nullable String kind,
            @Nullable Integer persons,
            @Nullable String note,
            List<Seized> seized,
            List<Injured> injured,
            List<Arrest> arrests) {}

    /** Objects that were seized. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seized(
            @Nullable String kind,
            @Nullable String description,
            @Nullable Integer count) {}

    /** How many were injured in one role. */
    public record Injured(String role, Integer count) {}

    /** Under which reference an arrested person is recorded. */
    public record Arrest(int person, String reference) {}

    /** A correction. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Correction(Told outcome, @Nullable String reason) {}

    public Told told() {
        return new Told(
                FormInputParser.text(kind),
                FormInputParser.wholeNumber(persons, "persons"),
                FormInputParser.text(note),
                seized(),
                injured(),
                references());
    }

    public Correction correction() {
        return new Correction(told(), FormInputParser.text(reason));
    }

    private List<Seized> seized() {
        var lines = new ArrayList<Seized>();
        for (int line = 0; line < sizeOf(seizedKind); line++) {
            String what = FormInputParser.text(at(seizedDescription, line));
            String chosen = FormInputParser.text(at(seizedKind, line));
            if (what != null || chosen != null) {
                lines.add(new Seized(chosen, what, FormInputParser.wholeNumber(at(seizedCount, line), "seizedCount")));
            }
        }
        return lines;
    }

    private List<Injured> injured() {
        var lines = new ArrayList<Injured>();
        for (int line = 0; line < sizeOf(injuredRole); line++) {
            Integer count = FormInputParser.wholeNumber(at(injuredCount, line), "injuredCount");
            String role = at(injuredRole, line);
            if (count != null && count != 0 && role != null) {
                lines.add(new Injured(role, count));
            }
        }
        return lines;
    }

    /** The number of a line is that of the person; a blank one is of somebody without a reference. */
    private List<Arrest> references() {
        List<String> lines = arrests == null ? List.of() : arrests.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).isBlank())
                .mapToObj(line -> new Arrest(line + 1, lines.get(line).strip()))
                .toList();
    }

    private static int sizeOf(@Nullable List<String> values) {
        return values == null ? 0 : values.size();
    }

    private static @Nullable String at(@Nullable List<String> values, int line) {
        return values == null || line >= values.size() ? null : values.get(line);
    }
}
