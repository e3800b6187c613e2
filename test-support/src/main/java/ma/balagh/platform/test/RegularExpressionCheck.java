package ma.balagh.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries the regular expressions of classes on a megabyte of each of many texts. Java's matcher recurses for each turn of
 * a repeated group that it may have to give back, until the stack ends, and it may backtrack without bound.
 */
final class RegularExpressionCheck {

    /** A megabyte. */
    private static final int LENGTH = 1 << 19;

    /** What is looked for inside a text is bounded before; here only the stack is of interest. */
    private static final int SEARCHED = 1 << 16;

    /** So often is each character looked at, at most, where a whole text is to match. */
    private static final int LOOKS = 60;

    private static final List<String> TEXTS = Stream.of(
                    "a", "0", " ", "\\\"", "-A", ".a", "/a", "; ", ", ", "[x] ", "<a>", "سر ", "\ud83d\udea8")
            .map(piece -> piece.repeat(LENGTH / piece.length()))
            .toList();

    private final List<String> faults = new ArrayList<>();

    private RegularExpressionCheck() {}

    /** What is wrong with the static patterns of these classes, and with those of their enums' constants. */
    static List<String> faults(JavaClasses classes) {
        var expressions = new RegularExpressionCheck();
        classes.stream()
                .flatMap(one -> one.getFields().stream())
                .filter(RegularExpressionCheck::mayHoldPatterns)
                .forEach(expressions::tryOut);
        return expressions.faults;
    }

    private static boolean mayHoldPatterns(JavaField field) {
        JavaClass type = field.getRawType();
        return field.getModifiers().contains(JavaModifier.STATIC)
                && (type.isEquivalentTo(Pattern.class)
                        || field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(involved -> involved.isEquivalentTo(Pattern.class)));
    }

    private void tryOut(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            patterns(reflected.get(null)).forEach(pattern -> tryOut(field.getFullName(), pattern));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Pattern> patterns(Object value) {
        return switch (value) {
            case Pattern pattern -> List.of(pattern);
            case Collection<?> several ->
                several.stream().flatMap(one -> patterns(one).stream()).toList();
            case Map<?, ?> map -> {
                var found = new ArrayList<Pattern>(patterns(map.keySet()));
                found.addAll(patterns(List.copyOf(map.values())));
                yield found;
            }
            default -> List.of();
        };
    }

    private void tryOut(String name, Pattern pattern) {
        for (String text : TEXTS) {
            String fault = fault(pattern, text);
            if (fault != null) {
                faults.add("%s: %s on '%s…': %s".formatted(name, fault, text.substring(0, 4), pattern));
                return;
            }
        }
    }

    private static @Nullable String fault(Pattern pattern, String text) {
        try {
            pattern.matcher(new Watched(text)).matches();
        } catch (StackOverflowError e) {
            return "no stack is deep enough";
        } catch (TooManyLooks e) {
            return "looks again and again";
        }
        try {
            pattern.matcher(new Watched(text.substring(0, SEARCHED))).find();
        } catch (StackOverflowError e) {
            return "no stack is deep enough";
        } catch (TooManyLooks e) {
            // Each place of a text may be the beginning of a match.
        }
        return null;
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Watched implements CharSequence {

        private final String text;
        private long looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > (long) LOOKS * text.length()) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
