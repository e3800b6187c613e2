package ma.balagh.manifests;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the source of a configuration interface (SmallRye's {@code @ConfigMapping}) which settings its members are. It
 * leans on the formatter: a member of the interface is indented by four spaces, one of an interface within it by eight.
 */
final class ConfigInterfaceParser {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern PARENT = Pattern.compile("interface \\w+ extends (\\w+)");
    private static final Pattern NAME = Pattern.compile("@WithName\\(\"([^\"]+)\"\\)");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)");
    private static final Pattern MAP = Pattern.compile("Map<String, (\\w+)>");
    private static final String MEMBER = """
            (?:^%1$s/\\*\\*(?<doc>(?:(?!\\*/)[\\s\\S])*+)\\*/\\n)?\
            (?<annotations>(?:^%1$s@.*\\n(?:^%1$s {4}.*\\n)*)*)\
            ^%1$s(?<type>\\w[\\w<>,. ]*) (?<name>\\w+)\\(\\);""";

    private final String source;
    private final Function<String, Optional<String>> sourceOf;

    private ConfigInterfaceParser(String source, Function<String, Optional<String>> sourceOf) {
        this.source = source;
        this.sourceOf = sourceOf;
    }

    /**
     * The settings of an interface; none where the source declares no such interface.
     *
     * @param sourceOf the source of a type by its simple name, for what the interface inherits
     */
    static Stream<DeclaredSetting> settings(String source, Function<String, Optional<String>> sourceOf) {
        var prefix = PREFIX.matcher(source);
        return prefix.find()
                ? new ConfigInterfaceParser(source, sourceOf)
                        .members(source, prefix.group(1), " ".repeat(4)).values().stream()
                                .flatMap(member -> member)
                : Stream.empty();
    }

    /** What each member stands for, by the member's name; one that an interface declares takes the place of the inherited. */
    private Map<String, Stream<DeclaredSetting>> members(String text, String prefix, String indent) {
        var members = new LinkedHashMap<String, Stream<DeclaredSetting>>();
        var parent = PARENT.matcher(text);
        if (parent.find()) {
            sourceOf.apply(parent.group(1)).ifPresent(inherited -> members.putAll(members(inherited, prefix, indent)));
        }
        Pattern.compile(MEMBER.formatted(indent), Pattern.MULTILINE)
                .matcher(text)
                .results()
                .forEach(member -> members.put(member.group("name"), settings(member, prefix)));
        return members;
    }

    private Stream<DeclaredSetting> settings(MatchResult member, String prefix) {
        var annotations = member.group("annotations");
        var named = NAME.matcher(annotations);
        var key = prefix + "." + (named.find() ? named.group(1) : kebab(member.group("name")));
        var type = member.group("type").strip();
        var map = MAP.matcher(type);
        if (map.matches()) {
            key += ".*";
            type = map.group(1);
        }
        var inner = inner(type);
        if (inner != null) {
            return members(inner, key, " ".repeat(8)).values().stream().flatMap(each -> each);
        }
        var standard = DEFAULT.matcher(annotations);
        return Stream.of(
                new DeclaredSetting(key, standard.find() ? standard.group(1) : null, plain(member.group("doc"))));
    }

    /** The body of an interface within this one. */
    private @Nullable String inner(String type) {
        var body = Pattern.compile(
                        "^    interface %s \\{\\n([\\s\\S]*?)^    }".formatted(Pattern.quote(type)), Pattern.MULTILINE)
                .matcher(source);
        return body.find() ? body.group(1) : null;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** A comment in one line, without what is for javadoc alone. */
    private static String plain(@Nullable String comment) {
        return comment == null
                ? ""
                : comment.replaceAll("(?m)^\\s*\\*", " ")
                        .replaceAll("\\{@(?:code|link) #?([^}]+)}", "`$1`")
                        .replaceAll("\\s@(?:return|see|param)\\s[\\s\\S]*", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
