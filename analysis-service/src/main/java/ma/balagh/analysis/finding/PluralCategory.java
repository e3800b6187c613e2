package ma.balagh.analysis.finding;

import java.math.BigDecimal;
import ma.balagh.analysis.finding.FindingTexts.Language;

/**
 * Which form a noun has after a number: the cardinal plural categories of the Unicode CLDR (UTS 35, part 3, "Language Plural
 * Rules") for the languages that are spoken here. The JDK has no public interface for them, and ICU4J is 14 MB.
 */
enum PluralCategory {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    static PluralCategory of(Language language, BigDecimal number) {
        return switch (language) {
            case EN -> number.scale() <= 0 && isOne(number) ? ONE : OTHER;
            case FR -> number.abs().compareTo(BigDecimal.TWO) < 0 ? ONE : OTHER;
            case AR -> number.stripTrailingZeros().scale() <= 0 ? arabic(number) : OTHER;
        };
    }

    private static boolean isOne(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.ONE) == 0;
    }

    private static PluralCategory arabic(BigDecimal number) {
        if (number.signum() == 0) {
            return ZERO;
        }
        if (isOne(number)) {
            return ONE;
        }
        if (number.abs().compareTo(BigDecimal.TWO) == 0) {
            return TWO;
        }
        int hundredth = number.abs().remainder(BigDecimal.valueOf(100)).intValue();
        if (hundredth >= 3 && hundredth <= 10) {
            return FEW;
        }
        return hundredth >= 11 ? MANY : OTHER;
    }
}
