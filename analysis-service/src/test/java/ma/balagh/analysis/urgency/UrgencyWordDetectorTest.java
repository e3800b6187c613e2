package ma.balagh.analysis.urgency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import ma.balagh.analysis.urgency.UrgencyWordDetector.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrgencyWordDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "هددني بالسكين قرب المحطة",
                "هاجموه بسَيْفٍ طويل",
                "كان يحمل سلاحاً أبيض",
                "وبالسلاح الأبيض",
                "مجموعة شباب بالسيوف والجناوى",
                "خرجو عليه بالجنوية",
                "ســـــاطور في يده",
                "عندو جنوي كبييييير",
                "kan 3ndo jenwiya f yeddo",
                "hez mouss o hder m3ah",
                "chaffo sla7 f tomobil",
                "chakour f yeddo",
                "Il a sorti un COUTEAU",
                "deux individus armés",
                "attaqués à l’arme blanche",
                "vol à main armée",
                "he pulled a knife on me",
                "men with machetes"
            })
    void findsWeaponsHoweverTheyAreSpelled(String text) {
        assertThat(UrgencyWordDetector.in(text)).containsKey(Kind.WEAPON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "اعتداء على سائق طاكسي",
                "الإعتداء وقع أمس",
                "تعرضت لكريساج فكازا",
                "ضربوها وداو ليها التيليفون",
                "إصابه خطيره",
                "ta3arrad l grissage",
                "drebouh o herbo",
                "9tlouh f derb",
                "agression en plein jour",
                "il a été tabassé",
                "she was robbed"
            })
    void findsViolenceHoweverItIsSpelled(String text) {
        assertThat(UrgencyWordDetector.in(text)).containsKey(Kind.VIOLENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "لا يحمل أي سكين",
                "ماعندوش السكين",
                "بدون سلاح",
                "كان غير مسلح",
                "القوات المسلحة الملكية",
                "il n’y a pas d’arme",
                "sans aucune arme",
                "une arme à double tranchant",
                "no weapons were found",
                "bla mouss",
                "the armed forces parade",
                // Names and words that only look alike.
                "موسى في فاس",
                "سيف الدين يغني",
                "l’armée royale",
                "موسم الأمطار",
                "#زيرو_كريساج",
                "#ZeroGrissage"
            })
    void findsNothingInWhatIsDeniedOrOnlyLooksAlike(String text) {
        assertThat(UrgencyWordDetector.in(text)).doesNotContainKeys(Kind.WEAPON, Kind.VIOLENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "il n’y a pas de police ici. Un couteau | couteau",
                "pas loin de la gare routière il a sorti un couteau | couteau",
                "لا أحد تدخل، كان يحمل سكينا | سكين"
            })
    void deniesNoFurtherThanAFewWordsOfTheSameClause(String text, String weapon) {
        assertThat(UrgencyWordDetector.in(text)).containsEntry(Kind.WEAPON, Set.of(weapon));
    }

    @Test
    void tellsFilmsAndSportsApart() {
        assertThat(UrgencyWordDetector.in("مشهد من مسلسل رمضاني")).containsKey(Kind.FILM);
        assertThat(UrgencyWordDetector.in("un film d’action")).containsKey(Kind.FILM);
        assertThat(UrgencyWordDetector.in("مباراة الديربي")).containsKey(Kind.SPORT);
        assertThat(UrgencyWordDetector.in("scène filmée par un témoin")).isEmpty();
    }

    @Test
    void isNotHeldUpByEndlessText() {
        assertThat(UrgencyWordDetector.in("كككككك".repeat(50_000) + " ".repeat(50_000) + "سكين"))
                .containsKey(Kind.WEAPON);
    }
}
