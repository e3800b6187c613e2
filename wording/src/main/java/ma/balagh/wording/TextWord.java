package ma.balagh.wording;

/**
 * One word of a {@link FoldedText} text.
 *
 * @param form in plain small letters; digits that stand for Arabic letters in Latin ones are resolved
 * @param from where it begins in the folded text
 * @param to where it ends there, exclusively
 * @param clause words of one clause have the same number; what is said in one is not said in the next
 */
public record TextWord(String form, int from, int to, int clause) {

    public boolean isArabic() {
        return Character.UnicodeScript.of(form.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    /** Whether it is nothing but digits. */
    public boolean isNumber() {
        return form.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
