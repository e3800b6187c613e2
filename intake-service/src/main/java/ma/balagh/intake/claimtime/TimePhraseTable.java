package ma.balagh.intake.claimtime;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words for numbers, weekdays and months, in plain small letters as {@code Folded} gives them. */
final class TimePhraseTable {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    static final Map<String, Integer> NUMBERS = numbered(
            "un|une|one|واحد|واحده|wahed",
            "deux|two|اثنين|اثنان|جوج|زوج|jouj|joj",
            "trois|three|ثلاثه|ثلاث|تلاته|تلت|tlata",
            "quatre|four|اربعه|اربع|ربعه|reb3a|rb3a",
            "cinq|five|خمسه|خمس|khamsa",
            "six|سته|ست|stta|setta",
            "sept|seven|سبعه|سبع|seb3a",
            "huit|eight|ثمانيه|ثماني|تمنيه|tmnya",
            "neuf|nine|تسعه|تسع|تسعود|tes3oud",
            "dix|ten|عشره|عشر|3achra",
            "onze|eleven|احدي عشر",
            "douze|twelve|اثني عشر",
            "treize",
            "quatorze",
            "quinze|خمسه عشر",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf",
            "vingt|عشرين",
            "vingt et un",
            "vingt-deux",
            "vingt-trois",
            "vingt-quatre",
            "vingt-cinq",
            "vingt-six",
            "vingt-sept",
            "vingt-huit",
            "vingt-neuf",
            "trente|ثلاثين",
            "trente et un");

    /** Days of a month. */
    static final Map<String, Integer> ORDINALS = numbered(
            "premier|الاول|فاتح",
            "الثاني",
            "الثالث",
            "الرابع",
            "الخامس",
            "السادس",
            "السابع",
            "الثامن",
            "التاسع",
            "العاشر",
            "الحادي عشر",
            "الثاني عشر",
            "الثالث عشر",
            "الرابع عشر",
            "الخامس عشر",
            "السادس عشر",
            "السابع عشر",
            "الثامن عشر",
            "التاسع عشر",
            "العشرين|العشرون",
            "الحادي والعشرين",
            "الثاني والعشرين",
            "الثالث والعشرين",
            "الرابع والعشرين",
            "الخامس والعشرين",
            "السادس والعشرين",
            "السابع والعشرين",
            "الثامن والعشرين",
            "التاسع والعشرين",
            "الثلاثين",
            "الحادي والثلاثين");

    static final Map<String, Integer> HOURS = numbered(
            "الواحده|لوحده",
            "الثانيه|جوج",
            "الثالثه|تلاته",
            "الرابعه|ربعه",
            "الخامسه|خمسه",
            "السادسه|سته",
            "السابعه|سبعه",
            "الثامنه|تمنيه",
            "التاسعه|تسعود",
            "العاشره|عشره",
            "الحاديه عشره|الحاديه عشر|حداش",
            "الثانيه عشره|الثانيه عشر|طناش");

    /** From Monday. */
    static final Map<String, Integer> WEEKDAYS = numbered(
            "الاثنين|الاتنين|التنين|lundi|monday|tnin",
            "الثلاثا|التلات|mardi|tuesday|tlat",
            "الاربعا|لاربع|mercredi|wednesday|larb3|larbe3",
            "الخميس|لخميس|jeudi|thursday|lkhmis",
            "الجمعه|vendredi|friday|jem3a|jm3a",
            "السبت|samedi|saturday|sebt",
            "الاحد|الحد|dimanche|sunday|l7ed");

    static final Map<String, Integer> MONTHS = numbered(
            "يناير|janvier|january",
            "فبراير|fevrier|february",
            "مارس|mars|march",
            "ابريل|avril|april",
            "ماي|مايو|mai|may",
            "يونيو|juin|june",
            "يوليوز|يوليو|juillet|july",
            "غشت|اغسطس|aout|august",
            "شتنبر|سبتمبر|septembre|september",
            "اكتوبر|octobre|october",
            "نونبر|نوفمبر|novembre|november",
            "دجنبر|ديسمبر|decembre|december");

    private TimePhraseTable() {}

    /**
     * A pattern that stands between words only; a space in it stands for one to three of any kind, {@code " ?"} for
     * none, too.
     */
    static Pattern phrase(String words) {
        String spaced = words.replace(" ?", "\\s{0,3}").replace(" ", "\\s{1,3}");
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + spaced + ")(?![\\p{L}\\p{N}])");
    }

    /** Any of the words, the longest first. */
    static String any(Map<String, Integer> words) {
        return words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(word -> word.replace("-", "[-\\s]"))
                .collect(Collectors.joining("|"));
    }

    /** The number of a word, however its parts are held together. */
    static int number(Map<String, Integer> words, String word) {
        String plain = BLANKS.matcher(word).replaceAll(" ");
        Integer number = words.get(plain);
        return number != null ? number : words.getOrDefault(plain.replace(' ', '-'), 0);
    }

    private static Map<String, Integer> numbered(String... words) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            for (String word : words[i].split("\\|")) {
                numbers.put(word, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
