package ma.balagh.dispatch.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalDataCheckerTest {

    private static final PersonalDataChecker CHECKER = new PersonalDataChecker(new ArabicWordIndex());
    private static final int CLEAN_TEXTS = 220;
    /** Five in a hundred. */
    private static final int MOST_FALSE_ALARMS = CLEAN_TEXTS / 20;

    record Planted(String language, PersonalDataKind kind, String text, int from, int to) {

        static Planted of(String line) {
            String[] columns = line.split("\\|", 3);
            int from = columns[2].indexOf("[[");
            int to = columns[2].indexOf("]]") - 2;
            String text = columns[2].replace("[[", "").replace("]]", "");
            return new Planted(columns[0], PersonalDataKind.valueOf(columns[1]), text, from, to);
        }
    }

    static Stream<Planted> planted() throws IOException {
        return lines("planted.txt").map(Planted::of);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void findsWhatIsPlanted(Planted planted) {
        // When
        var findings = check(planted.language(), planted.text());

        // Then
        assertThat(findings)
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(planted.kind());
                    assertThat(finding.from()).isLessThan(planted.to());
                    assertThat(finding.to()).isGreaterThan(planted.from());
                })
                .allSatisfy(finding -> assertThat(finding.excerpt())
                        .isEqualTo(planted.text().substring(finding.from(), finding.to())));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void coversAllOfWhatIsPlantedAndNoMoreThanItsSurroundings(Planted planted) {
        // When
        var findings = check(planted.language(), planted.text());

        // Then
        var letters = planted.text().substring(planted.from(), planted.to());
        assertThat(findings.stream()
                        .filter(finding -> finding.from() < planted.to() && finding.to() > planted.from())
                        .mapToInt(finding ->
                                Math.min(finding.to(), planted.to()) - Math.max(finding.from(), planted.from()))
                        .sum())
                .isGreaterThanOrEqualTo(letters.length() * 6 / 10);
    }

    @Test
    void findsNextToNothingInCleanTexts() throws IOException {
        // Given
        var texts = lines("clean.txt").map(line -> line.split("\\|", 2)).toList();

        // When
        var alarms = texts.stream()
                .filter(text -> !check(text[0], text[1]).isEmpty())
                .map(text -> check(text[0], text[1]))
                .toList();

        // Then
        assertThat(texts).hasSize(CLEAN_TEXTS);
        assertThat(alarms).as("false alarms").hasSizeLessThanOrEqualTo(MOST_FALSE_ALARMS);
    }

    @Test
    void findsNamesOfAnAccountInOtherScripts() {
        // Given
        var details = new KnownDetails(List.of(), List.of("Le nommé Brahim Outaleb a pris la fuite"));

        // When
        var findings = CHECKER.check(Map.of("ar", "لا يزال أوطالب في حالة فرار"), details);

        // Then
        assertThat(findings).extracting(PersonalDataFinding::excerpt).containsExactly("أوطالب");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Le nommé Hassan Azeroual a pris la fuite | شوهدت سيارة لأزروال | لأزروال
            Le nommé Rui Pereirinha a pris la fuite | ما زال بيريرينيا مختفيا | بيريرينيا
            Le nommé Luis Garcinuño a pris la fuite | ما زال غارسينونيو مختفيا | غارسينونيو
            شوهد إبراهيم أوتارازت قرب الميناء | La voiture d'un certain Outarrazt | Outarrazt
            المشتبه فيه هو ⵎⴰⵙⵙⵉⵏ ⴰⵎⵖⵏⴰⵙ | La voiture d'un certain Amghnas | Amghnas
            Le nommé Idder Tagmoute a pris la fuite | ما زال تاكموت مختفيا | تاكموت
            Le nommé Moha Aït Ouarab a pris la fuite | La voiture d'un certain Ouarab | Ouarab
            Le nommé Hassan Azeroual a pris la fuite | Le frère d'Azeroual a parlé | Azeroual
            Le nommé Hassan Azeroual a pris la fuite | The flat of Azeroual's mother | Azeroual's
            Le nommé Hassan Azeroual a pris la fuite | تم وضع حسن أزروال رهن الحراسة | حسن أزروال
            Sanae Mernissi, 14 ans, a quitté le collège | سلمت سناء إلى أسرتها | سناء
            """)
    void findsNamesOfAnAccountInOtherScriptsAndForms(String account, String text, String name) {
        // When
        var findings = CHECKER.check(Map.of("fr", text), new KnownDetails(List.of(), List.of(account)));

        // Then
        assertThat(findings).extracting(PersonalDataFinding::excerpt).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            شوهد مصطفى الشرقاوي قرب الميناء | تورط في السرقة
            Le nommé Victor Salas a pris la fuite | ثلاثة جرحى يوم الثلاثاء
            شوهدت هدى الجبلي قرب الميناء | دوريات في المناطق الجبلية
            Le nommé Mark Bishop a pris la fuite | أغلقت الطريق بسبب الثلوج
            شوهد نور البحري قرب الميناء | وحدة للإنقاذ البحري
            Le nommé Saïd Nejjar a pris la fuite | تهنئة بمناسبة العيد السعيد
            """)
    void takesNoOrdinaryWordForANameOfAnAccount(String account, String text) {
        assertThat(CHECKER.check(Map.of("ar", text), new KnownDetails(List.of(), List.of(account))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Le nommé Mohammed Alaoui a pris la fuite | Des renforts avenue Mohammed VI et place Mohammed V
            Le nommé Mohammed Alaoui a pris la fuite | Une visite de l'hôpital militaire Mohammed V
            Le nommé Hassan Alaoui a pris la fuite | La mosquée Hassan II et l'av. Hassan II restent ouvertes
            Le nommé Idriss Zerktouni a pris la fuite | Des patrouilles boulevard Zerktouni et rue Moulay Idriss
            Le nommé Karim Abdelmoumen a pris la fuite | Les boulevards Zerktouni et Abdelmoumen sont fermés
            Le nommé Rachid Abdellah a pris la fuite | Le complexe sportif du Prince Moulay Abdellah
            Le nommé Mokhtar Farabi a pris la fuite | A fire near Al Farabi Hospital and Mokhtar Soussi High School
            Le nommé Youssef Idrissi a pris la fuite | Moulay Youssef and Ibn Tofail avenues stay closed
            Le nommé Youssef Abdellah a pris la fuite | The Moulay Abdellah sports complex will host the final
            Le nommé Mohammed Alaoui a pris la fuite | The car park of Mohammed V International Airport
            شوهد إدريس الزرقطوني قرب الميناء | دوريات بشارع الزرقطوني وبمحيط ضريح مولاي إدريس
            شوهدت فاطمة الفاسي قرب الميناء | زيارة مدرسة فاطمة الفهرية وشارع علال الفاسي
            شوهد محمد العلوي قرب الميناء | المركب الرياضي محمد الخامس وجامعة محمد الأول
            شوهد عمر مختار قرب الميناء | شوارع عمر المختار وعلال بن عبد الله
            شوهد كريم العلوي قرب الميناء | رمضان كريم لجميع المواطنين
            Le nommé Saïd Moubarak a pris la fuite | Aïd Moubarak Saïd à toutes et à tous
            """)
    void takesNoNameOfAPlaceAKingOrAFeastForThatOfAnAccount(String account, String text) {
        assertThat(CHECKER.check(Map.of("fr", text), new KnownDetails(List.of(), List.of(account))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Le nommé Mohammed Berrada a pris la fuite | Il a vu rue Ibn Sina, Mohammed et son frère | Mohammed
            Le nommé Mohammed Berrada a pris la fuite | À l'hôpital, Mohammed a parlé | Mohammed
            Le nommé Karim Berrada a pris la fuite | Il a croisé rue Ibn Sina Karim Berrada | Karim
            Le nommé Karim Berrada a pris la fuite | Near the stadium Karim Berrada was seen | Karim
            Le nommé Karim Berrada a pris la fuite | L'école de Karim est fermée | Karim
            Le nommé Karim Berrada a pris la fuite | Karim's school is closed | Karim's
            Le nommé Mohammed Berrada a pris la fuite | Place Mohammed V, Mohammed a été entendu | Mohammed
            Le nommé Mohammed Vidal a pris la fuite | Mohammed V., 34 ans, a fui | Mohammed
            شوهد كريم برادة قرب الميناء | نقل إلى المستشفى كريم بعد الحادث | كريم
            شوهد كريم برادة قرب الميناء | شوهد بشارع علال الفاسي كريم وأخوه | كريم
            Nadia Berrada, 31 ans, a porté plainte | Le mot-dièse #JusticePourNadia | Nadia
            Nadia Berrada, 31 ans, a porté plainte | Le mot-dièse #justicepournadia | justicepournadia
            Nadia Berrada, 31 ans, a porté plainte | The tag #FreeNadiaBerrada2 | Nadia
            """)
    void findsNamesOfAnAccountBesidePlacesAndInHashtags(String account, String text, String name) {
        // When
        var findings = CHECKER.check(Map.of("fr", text), new KnownDetails(List.of(), List.of(account)));

        // Then
        assertThat(findings)
                .extracting(PersonalDataFinding::excerpt)
                .anySatisfy(excerpt -> assertThat(excerpt).contains(name));
    }

    @Test
    void findsFullNamesOfOtherMattersAndRareOnesAlone() {
        // Given
        var around = new KnownDetails(
                List.of(), List.of(), List.of("Le nommé Brahim Outarrazt a pris la fuite", "محمد جمال شاهد ما وقع"));

        // When
        var arabic = CHECKER.check(Map.of("ar", "لا يزال براهيم أوتارازت في حالة فرار"), around);
        var french = CHECKER.check(Map.of("fr", "Qui a vu Outarrazt est prié de le dire."), around);
        var english = CHECKER.check(Map.of("en", "The brother has Outarrazt's keys."), around);
        var clean = CHECKER.check(Map.of("ar", "حفل جميل وجمال المدينة"), around);
        var street = CHECKER.check(Map.of("fr", "Un vol a eu lieu rue Brahim Outarrazt."), around);

        // Then
        assertThat(arabic).extracting(PersonalDataFinding::excerpt).containsExactly("براهيم أوتارازت");
        assertThat(french).extracting(PersonalDataFinding::excerpt).containsExactly("Outarrazt");
        assertThat(english).extracting(PersonalDataFinding::excerpt).containsExactly("Outarrazt's");
        assertThat(clean).isEmpty();
        assertThat(street).isEmpty();
    }

    @Test
    void findsWhatTheRecordsSay() {
        // Given
        var details = new KnownDetails(List.of("Café de la Gare", "TPI-RBA/77"), List.of());

        // When
        var findings = CHECKER.check(Map.of("fr", "Devant le CAFE de la gare, affaire tpi-rba/77."), details);

        // Then
        assertThat(findings)
                .extracting(PersonalDataFinding::kind)
                .containsExactly(PersonalDataKind.CASE_DETAIL, PersonalDataKind.CASE_DETAIL);
    }

    @Test
    void letsTheAdministrationsOwnAddressPass() {
        assertThat(check("fr", "Voir https://www.dgsn.gov.ma/communiques pour la suite."))
                .isEmpty();
        assertThat(check("fr", "Voir https://www.dgsn.gov.ma.example.com/a pour la suite."))
                .hasSize(1);
    }

    private static List<PersonalDataFinding> check(String language, String text) {
        return CHECKER.check(Map.of(language, text), KnownDetails.NONE);
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (var file = PersonalDataCheckerTest.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IOException(resource + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        }
    }
}
