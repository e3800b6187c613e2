package ma.balagh.analysis.finding;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.urgency.UrgencyReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds everything that the laboratory can say against the words that it has for it. */
class FindingTextsTest {

    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private static List<FindingStatement> statements = List.of();

    @BeforeAll
    static void findEveryStatement() {
        statements = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("ma.balagh.analysis").stream()
                        .filter(type -> type.isAssignableTo(FindingStatement.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(FindingStatement.class::cast)
                        .toList();
    }

    @Test
    void givesEveryStatementACodeOfItsOwn() {
        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(statements).extracting(FindingStatement::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEverythingThatIsSaidAndForNothingElse(Language language) {
        // Given
        Set<String> needed = Stream.of(
                        statements.stream().map(FindingStatement::code),
                        statements.stream()
                                .map(statement -> statement.method().id())
                                .flatMap(id -> Stream.of("name", "meaning", "weakness", "unknown")
                                        .map(key -> id + "." + key)),
                        Stream.of(UrgencyReason.values()).map(UrgencyReason::code))
                .flatMap(keys -> keys)
                .collect(toSet());
        Set<String> allowed = Stream.concat(
                        needed.stream(),
                        statements.stream()
                                .flatMap(statement -> Stream.of(".name", ".detail", ".traces", ".unknown")
                                        .map(key -> statement.code() + key)))
                .collect(toSet());

        // When
        Set<String> keys = FindingTexts.in(language).mentioned().keySet().stream()
                .filter(key -> !key.startsWith("summary."))
                .collect(toSet());

        // Then
        assertThat(keys).containsAll(needed).isSubsetOf(allowed);
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameInAllLanguages(Language language) {
        assertThat(FindingTexts.in(language).mentioned())
                .containsExactlyInAnyOrderEntriesOf(FindingTexts.in(Language.EN).mentioned());
    }

    @ParameterizedTest
    @EnumSource
    void mentionsOnlyFactsThatTheStatementHas(Language language) {
        Map<String, List<String>> mentioned = FindingTexts.in(language).mentioned();
        for (FindingStatement statement : statements) {
            assertThat(statement.facts())
                    .as(statement.code())
                    .containsAll(mentioned.getOrDefault(statement.code(), List.of()))
                    .containsAll(mentioned.getOrDefault(statement.code() + ".detail", List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoGapOpenWhenAllFactsAreTold(Language language) {
        for (FindingStatement statement : statements) {
            Finding finding = statement.with(statement.facts().stream().collect(toMap(fact -> fact, fact -> "7")));
            assertThat(told(finding, FindingTexts.in(language)))
                    .as(statement.code())
                    .allSatisfy(text -> {
                        assertThat(text).doesNotContain("{", "}", "[", "]");
                        assertThat(text).isEqualTo(text.strip());
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsSentencesRatherThanKeys(Language language) {
        FindingTexts words = FindingTexts.in(language);
        for (FindingStatement statement : statements) {
            Finding finding = statement.with(statement.facts().stream().collect(toMap(fact -> fact, fact -> "7")));
            assertThat(words.summary(finding)).as(statement.code()).isNotEqualTo(finding.code());
            assertThat(words.weakness(finding)).as(statement.code()).contains(" ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsRawTracesOutOfWhatEverybodyReads(Language language) {
        Map<String, List<String>> mentioned = FindingTexts.in(language).mentioned();
        for (FindingStatement statement : statements) {
            for (String key : List.of(statement.code(), statement.code() + ".detail")) {
                assertThat(mentioned.getOrDefault(key, List.of()))
                        .as(key)
                        .doesNotContain("traces", "against", "errors", "complaint", "status", "container");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasEachCountedNounInEveryPluralOfTheLanguage(Language language) {
        // Given
        List<String> categories = language == Language.AR
                ? List.of("zero", "one", "two", "few", "many", "other")
                : List.of("one", "other");
        Set<String> nouns = Stream.of(Language.values())
                .flatMap(other -> FindingTexts.in(other).counted().stream())
                .collect(toSet());

        // Then
        assertThat(nouns).isNotEmpty();
        assertThat(FindingTexts.in(language).nouns().keys())
                .containsExactlyInAnyOrderElementsOf(nouns.stream()
                        .flatMap(noun -> categories.stream().map(category -> noun + "." + category))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "EN, '(?<![\\d.,])1 (?:key )?(?!exists)[a-z]{3,}s\\b'",
        "FR, '(?<![\\d.,])1 (?!dans)(?:autres )?[a-zéè]{3,}s\\b'"
    })
    void putsNoPluralAfterOne(Language language, String plural) {
        FindingTexts words = FindingTexts.in(language);
        for (FindingStatement statement : statements) {
            Finding finding = statement.with(statement.facts().stream().collect(toMap(fact -> fact, fact -> "1")));
            assertThat(told(finding, words))
                    .as(statement.code())
                    .allSatisfy(text -> assertThat(text).doesNotContainPattern(plural));
        }
    }

    @Test
    void countsInArabicByItsSixForms() {
        Finding finding = new Finding(
                "coding.frames", "2", FindingResult.UNKNOWN, "coding.frames.times-too-few", Map.of("frames", "1"));
        assertThat(Stream.of("0", "1", "2", "3", "10", "11", "99", "100", "103", "25.00")
                        .map(frames -> FindingTexts.in(Language.AR)
                                .detail(new Finding(
                                        finding.method(),
                                        "2",
                                        FindingResult.UNKNOWN,
                                        finding.code(),
                                        Map.of("frames", frames)))
                                .replace("\u2068", "")
                                .replace("\u2069", "")))
                .containsExactly(
                        "دون صور",
                        "صورة واحدة",
                        "صورتان",
                        "3 صور",
                        "10 صور",
                        "11 صورة",
                        "99 صورة",
                        "100 صورة",
                        "103 صور",
                        "25,00 صورة");
    }

    @Test
    void observesOnlyWhatStatementsSay() {
        assertThat(statements.stream()
                        .filter(statement -> statement.result() == FindingResult.UNKNOWN
                                || statement.method() == LaboratoryMethod.PICTURE_QUALITY
                                        && statement.result() == FindingResult.FAIL)
                        .map(FindingStatement::code))
                .containsAll(FindingGroup.OBSERVATIONS);
    }

    @ParameterizedTest
    @EnumSource
    void saysInAClauseWhatTheFirstSentenceSays(Language language) {
        FindingTexts words = FindingTexts.in(language);
        for (FindingStatement statement : statements) {
            Finding finding = statement.with(statement.facts().stream().collect(toMap(fact -> fact, fact -> "7")));
            assertThat(words.clause(finding))
                    .as(statement.code())
                    .isNotBlank()
                    .doesNotContain(". ")
                    .doesNotEndWith(".");
            assertThat(words.summary(finding)).containsIgnoringCase(words.clause(finding));
        }
    }

    @Test
    void tellsArabicInArabic() {
        for (FindingStatement statement : statements) {
            Finding finding = statement.with(statement.facts().stream().collect(toMap(fact -> fact, fact -> "7")));
            assertThat(told(finding, FindingTexts.in(Language.AR)))
                    .as(statement.code())
                    .filteredOn(text -> !text.isEmpty())
                    .allMatch(text -> ARABIC.matcher(text).find());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "none | EN",
                "'' | EN",
                "* | EN",
                "ar | AR",
                "ar-MA,fr;q=0.8 | AR",
                "FR | FR",
                "de, fr;q=0.5, en;q=0.4 | FR",
                "en;q=0.1, ar;q=0.9 | AR",
                "ar;q=0, fr;q=0.1 | FR",
                "zgh, tzm | EN",
                "fr;q=many | EN",
                ";;;,,, | EN"
            })
    void choosesTheLanguageThatTheReaderWantsMost(String accepted, Language language) {
        assertThat(Language.wantedBy(accepted)).isEqualTo(language);
    }

    @Test
    void readsNoEndlessWishes() {
        assertThat(Language.wantedBy("fr," + "x".repeat(100_000))).isEqualTo(Language.EN);
    }

    private static List<String> told(Finding finding, FindingTexts words) {
        return List.of(
                words.name(finding),
                words.meaning(finding),
                words.weakness(finding),
                words.summary(finding),
                words.unknown(finding),
                words.detail(finding),
                words.traces(finding));
    }
}
