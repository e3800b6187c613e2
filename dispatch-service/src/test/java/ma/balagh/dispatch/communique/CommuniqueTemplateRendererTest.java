package ma.balagh.dispatch.communique;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.dispatch.incident.PublishableIncident;
import ma.balagh.dispatch.runcard.IncidentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommuniqueTemplateRendererTest {

    private final CommuniqueTemplateRenderer renderer = new CommuniqueTemplateRenderer();

    /** How many there were is not known here: what is said has to be true of one as of several. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARRESTED            | شخص واحد على الأقل | Au moins une personne soupçonnée | At least one person suspected
            IDENTIFIED_AT_LARGE | شخص واحد على الأقل | Au moins une personne soupçonnée | At least one person suspected
            NOT_FOUND           | أي مشتبه فيه       | retrouver un suspect             | find a suspect
            """)
    void saysWhatIsTrueOfOneAsOfSeveral(OutcomeKind outcome, String arabic, String french, String english) {
        // When
        var texts = drafted(outcome, "2026-12-02T10:00:00Z");

        // Then
        assertThat(texts.ar()).contains(arabic).doesNotContain("أشخاص يشتبه");
        assertThat(texts.fr()).contains(french).doesNotContain("Des personnes", "les auteurs");
        assertThat(texts.en()).contains(english).doesNotContain("People suspected", "the offenders");
    }

    @Test
    void writesTheFirstOfAMonthAsEachLanguageDoes() {
        // When
        var first = drafted(OutcomeKind.ARRESTED, "2026-12-01T10:00:00Z");
        var later = drafted(OutcomeKind.ARRESTED, "2026-12-21T10:00:00Z");

        // Then
        assertThat(first.fr()).contains("le 1er décembre 2026.");
        assertThat(first.en()).contains("on 1 December 2026.");
        assertThat(first.ar()).contains("1 دجنبر 2026");
        assertThat(later.fr()).contains("le 21 décembre 2026.");
    }

    private CommuniqueTexts drafted(OutcomeKind outcome, String at) {
        return renderer.ofIncidents(List.of(new PublishableIncident(
                IdGenerator.next(),
                "MA-CAS",
                IncidentType.STREET_ROBBERY,
                outcome,
                Instant.parse(at),
                true,
                List.of(),
                List.of())));
    }
}
