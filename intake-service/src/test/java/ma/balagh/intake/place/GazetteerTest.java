package ma.balagh.intake.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import ma.balagh.http.Jurisdictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GazetteerTest {

    private static final Gazetteer GAZETTEER = new Gazetteer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            كريساج بالدار البيضاء                            | Casablanca      | MA-CAS
            كريساج فكازا البارح                              | Casablanca      | MA-CAS
            وقع الحادث في الدَّارِ البَيْضَاءِ                | Casablanca      | MA-CAS
            ولاية أمن الرباط توقف شخصين                      | Rabat           | MA-RAB
            توقيف مشتبه به بفاس                              | Fès             | MA-FES
            عصابة بمدينة سلا                                 | Salé            | MA-SAL
            سرقة للرباط                                      | Rabat           | MA-RAB
            وطنجة أيضا                                       | Tanger          | MA-TNG
            اعتداء في أگادير                                 | Agadir          | MA-AGD
            أغادير: اعتقال لص                                | Agadir          | MA-AGD
            سرقة بقلعة السراغنة                              | El Kelâa des Sraghna | MA-KES
            اعتداء قرب ابن جرير                              | Benguerir       | MA-REH
            agression à Fès                                  | Fès             | MA-FES
            vol à l'arraché à Salé, deux arrestations        | Salé            | MA-SAL
            une bande arrêtée à El Jadida                    | El Jadida       | MA-JDI
            MARRAKECH : un touriste agressé                  | Marrakech       | MA-MAR
            près de Béni-Mellal                              | Béni Mellal     | MA-BEM
            un habitant d'Oujda                              | Oujda           | MA-OUJ
            krissage f casablanca lbare7                     | Casablanca      | MA-CAS
            tkrissa f knitra                                 | Kénitra         | MA-KEN
            a robbery in Tangier                             | Tanger          | MA-TNG
            #مراكش_كريساج                                    | Marrakech       | MA-MAR
            #TangerMed et #Tanger                            | Tanger          | MA-TNG
            vidéo de Sidi Moumen                             | Sidi Moumen     | MA-CAS
            بحي يعقوب المنصور                                | Yacoub El Mansour | MA-RAB
            """)
    void findsAPlace(String text, String name, String jurisdiction) {
        assertThat(GAZETTEER.find(text)).first().satisfies(place -> {
            assertThat(place.fr()).isEqualTo(name);
            assertThat(place.jurisdiction()).isEqualTo(jurisdiction);
            assertThat(text.substring(place.from(), place.to())).isEqualTo(place.words());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ضربه بفأس على رأسه
            صافي سالات الهضرة
            safi safi, baraka
            un sale type dans une sale affaire
            العيون تدمع من الفرح
            الصورة الجديدة والمشاريع الداخلة في البرنامج
            التقدم والنهضة والسلام
            وجده نائما
            تحدث عن بركان أثار رعبا
            tata Khadija prépare le thé
            une mission de la police
            لا شيء يذكر هنا
            """)
    void takesNoWordForAPlace(String text) {
        assertThat(GAZETTEER.find(text)).isEmpty();
    }

    @Test
    void putsADistrictThatIsNamedWithItsCityFirst() {
        // When
        List<PlaceCandidate> places = GAZETTEER.find("سرقة بالحي المحمدي بالدار البيضاء");
        // Then
        assertThat(places)
                .extracting(PlaceCandidate::id, PlaceCandidate::jurisdiction)
                .startsWith(tuple("casablanca/hay-mohammadi", "MA-CAS"), tuple("2553604", "MA-CAS"));
        assertThat(places.getFirst().reasons()).contains(PlaceReason.CITY_NAMED_TOO, PlaceReason.PREPOSITION_BEFORE);
        assertThat(places.getLast().id()).isEqualTo("agadir/hay-mohammadi");
    }

    @Test
    void givesEveryPlaceOfANameThatSeveralHave() {
        // When
        List<PlaceCandidate> places = GAZETTEER.find("vol à Youssoufia");
        // Then
        assertThat(places).extracting(PlaceCandidate::jurisdiction).containsExactly("MA-YUS", "MA-RAB");
        assertThat(places).allSatisfy(place -> assertThat(place.reasons()).contains(PlaceReason.AMBIGUOUS));
        assertThat(GAZETTEER.find("vol à Rabat, quartier Youssoufia"))
                .first()
                .extracting(PlaceCandidate::id)
                .isEqualTo("rabat/youssoufia");
    }

    @Test
    void believesAStreetLessThanACity() {
        // When
        List<PlaceCandidate> places = GAZETTEER.find("agression avenue de Fès à Meknès");
        // Then
        assertThat(places).extracting(PlaceCandidate::fr).containsExactly("Meknès", "Fès");
        assertThat(places.getLast().reasons()).contains(PlaceReason.STREET_NAME);
    }

    @Test
    void findsTheLongestName() {
        assertThat(GAZETTEER.find("في سلا الجديدة"))
                .extracting(PlaceCandidate::fr)
                .containsExactly("Salé Al Jadida");
        assertThat(GAZETTEER.find("à Casablancais")).isEmpty();
    }

    @Test
    void keepsItsBoundsWhateverTheTextIs() {
        assertThat(GAZETTEER.find("")).isEmpty();
        assertThat(GAZETTEER.find("\uD800 \uDC00#_#_'' ًًً")).isEmpty();
        assertThat(GAZETTEER.find("x ".repeat(20_000) + "à Casablanca")).isEmpty();
        assertThat(GAZETTEER.find("سيدي ".repeat(5_000))).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void knowsEachPlaceWithAJurisdictionOfTheSuite() {
        // When
        List<GazetteerEntry> places = new PlaceNameIndex().places();
        // Then
        assertThat(places).hasSizeGreaterThan(300).allSatisfy(place -> {
            assertThat(Jurisdictions.isCode(place.jurisdiction()))
                    .as(place.fr())
                    .isTrue();
            assertThat(place.jurisdiction()).as(place.fr()).isNotEqualTo("MA");
            assertThat(place.latitude()).as(place.fr()).isBetween(20.5, 36.0);
            assertThat(place.longitude()).as(place.fr()).isBetween(-17.2, -0.9);
        });
        assertThat(places).extracting(GazetteerEntry::id).doesNotHaveDuplicates();
    }
}
