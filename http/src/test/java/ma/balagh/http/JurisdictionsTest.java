package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JurisdictionsTest {

    @Test
    void coversWhatLiesWithin() {
        // Given
        Jurisdictions casablanca = Jurisdictions.of("MA-CAS");

        // Then
        assertThat(casablanca.covers("MA-CAS")).isTrue();
        assertThat(casablanca.covers("MA-CAS-ANFA")).isTrue();
        assertThat(casablanca.covers("MA-CASX")).isFalse();
        assertThat(casablanca.covers("MA")).isFalse();
        assertThat(Jurisdictions.of().covers("MA")).isFalse();
    }

    @Test
    void namesTheFirstAsTheMainOne() {
        assertThat(Jurisdictions.of("MA-RAB", "MA-CAS").first()).contains("MA-RAB");
        assertThat(Jurisdictions.of().first()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ma", "MA-", "MA-%", "MA_CAS", "MA-TOOLONGCODE", "MA\n"})
    void refusesWhatIsNoCode(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Jurisdictions.of(code));
    }

    @Test
    void refusesCodesOfAnyLength() {
        assertThat(Jurisdictions.isCode("MA" + "-A".repeat(500_000))).isFalse();
        assertThat(Jurisdictions.isCode("MA" + "-ABCDEFGH".repeat(6))).isTrue();
        assertThat(Jurisdictions.isCode("MA" + "-ABCDEFGH".repeat(7))).isFalse();
    }
}
