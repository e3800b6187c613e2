package ma.balagh.dispatch.personaldata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of people, of places and of clubs, as folded text; the words of the administration, which are neither. */
final class NameIndex {

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}++");
    private static final int MOST_WORDS = 3;
    private static final int MOST_WORDS_OF_A_PLACE = 5;
    private static final int FIRST_NAME_OF_A_PLACE = 2;
    private static final int SPELLINGS_OF_A_PLACE = 10;
    private static final int SHORTEST_PLACE = 3;

    private final Map<String, PersonName> names = new HashMap<>();
    /** By each of its spellings, those of a name in Arabic. */
    private final Map<String, Set<String>> spellings = new HashMap<>();

    private final Set<String> places = new HashSet<>();
    private final Set<String> wordsOfPlaces = new HashSet<>();
    private final Map<WordList, Set<String>> words = new EnumMap<>(WordList.class);

    private NameIndex() {}

    static NameIndex load() {
        var dictionary = new NameIndex();
        boolean given = true;
        for (String line : lines("names.txt")) {
            if (line.startsWith("[")) {
                given = line.equals("[given]");
            } else if (!line.startsWith("#")) {
                var words = List.of(BLANKS.split(line.strip()));
                for (String word : words) {
                    dictionary.addName(word, given);
                }
                dictionary.addSpellings(words);
            }
        }
        dictionary.addWords();
        dictionary.addWorld();
        lines("/places.tsv").stream().filter(line -> !line.startsWith("#")).forEach(dictionary::addPlace);
        return dictionary;
    }

    private static List<String> lines(String resource) {
        try (InputStream file = NameIndex.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addName(String word, boolean given) {
        if (word.isEmpty()) {
            return;
        }
        char mark = word.charAt(0);
        String written = (mark == '?' || mark == '!' ? word.substring(1) : word).replace('_', ' ');
        String folded = folded(written);
        char last = mark == '!' ? written.charAt(written.length() - 1) : 0;
        names.put(folded, new PersonName(BLANKS.split(folded).length, given, mark == '?', last));
    }

    /** Those that tell by their last letter, and those of several words, are left out. */
    private void addSpellings(List<String> line) {
        var same = line.stream()
                .filter(word -> word.indexOf('!') < 0 && word.indexOf('_') < 0)
                .map(word -> folded(word.replace("?", "")))
                .toList();
        var arabic =
                same.stream().filter(word -> ARABIC.matcher(word).matches()).collect(Collectors.toSet());
        same.forEach(
                word -> spellings.computeIfAbsent(word, none -> new HashSet<>()).addAll(arabic));
    }

    private void addWords() {
        var list = WordList.ADMINISTRATION;
        for (String line : lines("words.txt")) {
            if (line.startsWith("[")) {
                list = WordList.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
            } else if (!line.startsWith("#")) {
                var folded = BLANKS.splitAsStream(line).map(NameIndex::folded).toList();
                words.computeIfAbsent(list, none -> new HashSet<>()).addAll(folded);
                if (list == WordList.PUBLIC_PLACES) {
                    words.computeIfAbsent(WordList.PLACES, none -> new HashSet<>())
                            .addAll(folded);
                }
            }
        }
    }

    /** Their words are no words of a place elsewhere: a city may be called as many people are. */
    private void addWorld() {
        lines("world.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(BLANKS::splitAsStream)
                .map(name -> folded(name).replace('_', ' ').replace('-', ' '))
                .forEach(places::add);
    }

    private void addPlace(String line) {
        String[] columns = line.split("\t", -1);
        Stream.concat(
                        Stream.of(columns).skip(FIRST_NAME_OF_A_PLACE).limit(3),
                        columns.length > SPELLINGS_OF_A_PLACE
                                ? Stream.of(columns[SPELLINGS_OF_A_PLACE].split(","))
                                : Stream.of())
                .map(name -> folded(name.replace("!", "")).replace('-', ' ').strip())
                .filter(name -> name.length() >= SHORTEST_PLACE)
                .forEach(name -> {
                    places.add(name);
                    wordsOfPlaces.addAll(List.of(BLANKS.split(name)));
                });
    }

    private static String folded(String text) {
        return SearchableText.of(text).text();
    }

    /** The longest name that begins with that word; null where none does. */
    @Nullable
    PersonName nameAt(List<TextToken> tokens, int index) {
        return nameAt(tokens.get(index), tokens, index);
    }

    /** @param first how the word is read */
    @Nullable
    PersonName nameAt(TextToken first, List<TextToken> tokens, int index) {
        for (int words = MOST_WORDS; words > 0; words--) {
            String joined = joined(first, tokens, index, words);
            var name = names.get(isListed(joined) ? joined : TextToken.withoutGenitive(joined));
            if (name != null && hasLastLetter(name, tokens.get(index + words - 1))) {
                return name;
            }
        }
        return null;
    }

    private static boolean hasLastLetter(PersonName name, TextToken token) {
        return name.lastLetter() == 0 || token.written().indexOf(name.lastLetter(), 1) > 0;
    }

    /** How Arabic writes the name, whatever script it is in. */
    Set<String> spellingsOf(String name) {
        return spellings.getOrDefault(name, Set.of());
    }

    /** How many words the name of a place has that begins with that word; none where it is no place. */
    int placeAt(List<TextToken> tokens, int index) {
        return placeAt(tokens.get(index), tokens, index);
    }

    /** The same, for Arabic: the word may have particles joined to it. */
    int placeRead(List<TextToken> tokens, int index) {
        for (var token : tokens.get(index).readings()) {
            int words = placeAt(token, tokens, index);
            if (words > 0) {
                return words;
            }
        }
        return 0;
    }

    /** @param first how the word is read */
    int placeAt(TextToken first, List<TextToken> tokens, int index) {
        for (int words = MOST_WORDS_OF_A_PLACE; words > 0; words--) {
            if (places.contains(joined(first, tokens, index, words))) {
                return words;
            }
        }
        return 0;
    }

    /** McDonald's: the genitive of a name is a word of its own. */
    private boolean isListed(String word) {
        return words.values().stream().anyMatch(list -> list.contains(word));
    }

    boolean has(WordList list, String word) {
        return words.getOrDefault(list, Set.of()).contains(word);
    }

    /** Whether the word is in the list, or would be without the particles that Arabic joins to it. */
    boolean hasReading(WordList list, TextToken token) {
        return token.readings().stream().anyMatch(reading -> has(list, reading.text()));
    }

    /** Whether that is the name of a town, a district, a country or a club, which may be said. */
    boolean isPlace(String words) {
        return places.contains(words);
    }

    /** Whether the word is one of a place's name. */
    boolean isOfAPlace(String word) {
        return wordsOfPlaces.contains(word);
    }

    /** The words with blanks between; nothing where they do not follow each other. */
    private static String joined(TextToken first, List<TextToken> tokens, int index, int words) {
        if (index + words > tokens.size()) {
            return "";
        }
        var joined = new StringBuilder(first.text());
        for (int i = index + 1; i < index + words; i++) {
            if (!tokens.get(i).follows()) {
                return "";
            }
            joined.append(' ').append(tokens.get(i).text());
        }
        return joined.toString();
    }
}
