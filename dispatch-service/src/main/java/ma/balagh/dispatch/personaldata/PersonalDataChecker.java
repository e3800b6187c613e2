package ma.balagh.dispatch.personaldata;

import static com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType.TOLL_FREE;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds personal data in Arabic, French and English texts: names, numbers, addresses, accounts, references, and whatever
 * the records behind the texts say. In doubt it reports a finding, and people answer for those that are no personal data.
 */
@ApplicationScoped
@RegisterResources(
        globs = {
            "places.tsv",
            "ma/balagh/dispatch/personaldata/*.txt",
            "org/languagetool/resource/en/english.*",
            "org/languagetool/resource/fr/french.*",
            "org/languagetool/resource/ar/hunspell/ar.*",
            "com/google/i18n/phonenumbers/data/*"
        })
public class PersonalDataChecker {

    /** Where a number without the code of its country is likely to be from. */
    private static final List<String> REGIONS = List.of("MA", "FR", "ES");

    private static final long MOST_NUMBERS = 1000;

    private final NameIndex names = NameIndex.load();
    private final LatinWordIndex latin = LatinWordIndex.load();
    private final ArabicWordIndex arabic;

    PersonalDataChecker(ArabicWordIndex arabic) {
        this.arabic = arabic;
    }

    /**
     * @param texts by language
     * @param details what the records behind the texts say
     * @return by language, and in the order in which they stand in the texts
     */
    public List<PersonalDataFinding> check(Map<String, String> texts, KnownDetails details) {
        var known = new KnownDetailMatcher(names, details);
        var around = new FullNameMatcher(names, details.around());
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .flatMap(text ->
                                check(text.getKey(), SearchableText.of(text.getValue()), known, around).stream())
                        .toList();
    }

    private List<PersonalDataFinding> check(
            String language, SearchableText text, KnownDetailMatcher known, FullNameMatcher around) {
        return text.findings(
                language,
                Stream.of(
                                PatternDetector.find(text),
                                PaperDetector.find(text),
                                PlateDetector.find(text),
                                AccountDetector.find(names, text),
                                AddressDetector.find(text),
                                DwellingDetector.find(text),
                                CoordinateDetector.find(text),
                                phones(text),
                                LatinNameDetector.find(names, latin::has, text),
                                LowerCaseNameDetector.find(names, latin::has, text),
                                ArabicNameDetector.find(names, arabic::has, text),
                                ForeignScriptDetector.find(names, text),
                                known.find(text),
                                around.find(text))
                        .flatMap(List::stream));
    }

    private static List<DataSpan> phones(SearchableText text) {
        return REGIONS.stream()
                .flatMap(region -> matches(text, region))
                .filter(match -> PhoneNumberUtil.getInstance().getNumberType(match.number()) != TOLL_FREE)
                .map(match -> new DataSpan(PersonalDataKind.PHONE, match.start(), match.end()))
                .toList();
    }

    private static Stream<PhoneNumberMatch> matches(SearchableText text, String region) {
        var numbers = PhoneNumberUtil.getInstance()
                .findNumbers(text.text(), region, PhoneNumberUtil.Leniency.VALID, MOST_NUMBERS);
        return StreamSupport.stream(numbers.spliterator(), false);
    }
}
