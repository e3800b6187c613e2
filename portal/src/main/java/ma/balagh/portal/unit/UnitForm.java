package ma.balagh.portal.unit;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that a unit is described with, as it was filled in.
 *
 * @param tag of the unit as it was read; nothing for a new one
 * @param skills words, with spaces or commas between
 * @param equipment likewise
 */
@TemplateData
public record UnitForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String tag,
        @RestForm @Nullable String callSign,
        @RestForm @Nullable String kind,
        @RestForm @Nullable String crew,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String skills,
        @RestForm @Nullable String equipment) {

    static final Set<String> FIELDS = Set.of("callSign", "kind", "crew", "jurisdiction", "skills", "equipment");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,،;]+");
    private static final String USUAL_CREW = "2";

    static UnitForm empty(String key) {
        return new UnitForm(key, null, null, null, USUAL_CREW, null, null, null);
    }

    static UnitForm of(UnitDetailResponse unit, @Nullable String tag) {
        return new UnitForm(
                null,
                tag,
                unit.callSign(),
                unit.kind(),
                Integer.toString(unit.crew()),
                unit.jurisdiction(),
                String.join(" ", unit.skills()),
                String.join(" ", unit.equipment()));
    }

    /** The same, to be sent again over what somebody else made of the unit meanwhile. */
    UnitForm over(@Nullable String present) {
        return new UnitForm(key, present, callSign, kind, crew, jurisdiction, skills, equipment);
    }

    RosterClient.Describe command() {
        return new RosterClient.Describe(
                capitals(callSign),
                capitals(kind),
                FormInputParser.wholeNumber(crew, "crew"),
                capitals(jurisdiction),
                words(skills),
                words(equipment));
    }

    private static @Nullable String capitals(@Nullable String field) {
        String text = FormInputParser.text(field);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static List<String> words(@Nullable String field) {
        String text = capitals(field);
        return text == null
                ? List.of()
                : Arrays.stream(BETWEEN.split(text))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }
}
