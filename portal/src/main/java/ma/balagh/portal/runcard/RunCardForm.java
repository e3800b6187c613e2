package ma.balagh.portal.runcard;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.incident.RunCardCoverageResponse.Role;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a run card, as it was filled in. Its lines are lists side by side; a line without a count asks for nothing.
 *
 * @param tag of the card as it was read; nothing for a new one
 * @param kind of each line, words with spaces between
 * @param skill of each line, likewise
 */
@TemplateData
public record RunCardForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String tag,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String type,
        @RestForm @Nullable String alarmLevel,
        @RestForm @Nullable List<String> role,
        @RestForm @Nullable List<String> count,
        @RestForm @Nullable List<String> kind,
        @RestForm @Nullable List<String> skill) {

    static final Set<String> FIELDS = Set.of("jurisdiction", "type", "alarmLevel", "requirements");

    private static final int LINES = 6;

    static RunCardForm empty(String key) {
        return new RunCardForm(key, null, null, null, "1", null, null, null, null);
    }

    static RunCardForm of(RunCardResponse card, @Nullable String tag) {
        var requirements = card.requirements();
        return new RunCardForm(
                null,
                tag,
                card.jurisdiction(),
                card.type() == null ? null : card.type().name(),
                Integer.toString(card.alarmLevel()),
                requirements.stream()
                        .map(line -> line.role() == null ? "" : line.role().name())
                        .toList(),
                requirements.stream().map(line -> String.valueOf(line.count())).toList(),
                requirements.stream()
                        .map(line -> String.join(" ", line.kinds()))
                        .toList(),
                requirements.stream()
                        .map(line -> String.join(" ", line.skills()))
                        .toList());
    }

    /** The same, to be sent again over what somebody else made of the card meanwhile. */
    RunCardForm over(@Nullable String present) {
        return new RunCardForm(key, present, jurisdiction, type, alarmLevel, role, count, kind, skill);
    }

    /** A line of the form as it was filled in. */
    @TemplateData
    public record Line(
            @Nullable String role,
            @Nullable String count,
            @Nullable String kinds,
            @Nullable String skills) {}

    /** What was filled in, and empty ones. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < Math.max(LINES, count == null ? 0 : count.size()); i++) {
            lines.add(new Line(at(role, i), at(count, i), at(kind, i), at(skill, i)));
        }
        return lines;
    }

    public List<IncidentTypeCode> types() {
        return List.of(IncidentTypeCode.values());
    }

    public List<String> alarmLevels() {
        return List.of("1", "2", "3");
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** @throws FormInputParser.WrongInput for what cannot be meant */
    RunCardClient.Describe command() {
        return new RunCardClient.Describe(
                FormInputParser.text(jurisdiction),
                FormInputParser.text(type),
                FormInputParser.wholeNumber(alarmLevel, "alarmLevel"),
                lines().stream()
                        .filter(line -> FormInputParser.text(line.count()) != null)
                        .map(line -> new RunCardResponse.Requirement(
                                roleOf(line.role()),
                                words(line.kinds()),
                                words(line.skills()),
                                FormInputParser.wholeNumber(line.count(), "requirements")))
                        .toList());
    }

    private static @Nullable String at(@Nullable List<String> values, int index) {
        return values == null || index >= values.size() ? null : FormInputParser.text(values.get(index));
    }

    private static Role roleOf(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FormInputParser.WrongInput("requirements"));
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.toUpperCase(Locale.ROOT).split("[\\s,;،]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
