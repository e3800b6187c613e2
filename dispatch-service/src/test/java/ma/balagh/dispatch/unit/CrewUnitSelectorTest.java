package ma.balagh.dispatch.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import ma.balagh.http.Jurisdictions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrewUnitSelectorTest {

    @ParameterizedTest
    @CsvSource({
        "MA-CAS,            MA-CAS,            MA-CAS",
        "MA-CAS,            MA-CAS-ANFA,       MA-CAS-ANFA",
        "MA-CAS,            MA-CAS MA-CAS-ANFA, MA-CAS",
        "MA-CAS-ANFA,       MA-CAS MA-CAS-ANFA, MA-CAS-ANFA",
        "MA,                MA-CAS MA-CAS-ANFA, MA-CAS MA-CAS-ANFA",
        "MA-CAS MA-RBA,     MA-CAS MA-RBA,     MA-CAS MA-RBA",
        "MA-RBA MA-CAS,     MA-CAS MA-RBA-HASS, MA-CAS",
        "MA-CAS,            MA-RBA MA-CASB,    ''",
        "MA-CAS,            '',                ''",
        "'',                MA-CAS,            ''"
    })
    void selectsTheTerritoryThatTheAccountNamesOrElseThoseBelow(String account, String territories, String expected) {
        assertThat(CrewUnitSelector.select(codes(territories), new Jurisdictions(codes(account))))
                .isEqualTo(codes(expected));
    }

    private static List<String> codes(String text) {
        return Stream.of(text.split(" ")).filter(code -> !code.isEmpty()).toList();
    }
}
