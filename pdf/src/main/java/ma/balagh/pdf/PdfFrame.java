package ma.balagh.pdf;

import java.util.List;

/**
 * What all pages of a document have in common.
 *
 * @param language its code; Arabic runs from the right
 * @param references stand below each other at the foot of each page, read from left to right
 * @param numbers how a page is numbered
 */
public record PdfFrame(String title, String language, List<String> references, PageNumbers numbers) {

    /** How a page is numbered. */
    @FunctionalInterface
    public interface PageNumbers {

        /**
         * @param page the first is 1
         * @param pages how many there are
         */
        String of(int page, int pages);
    }

    boolean isRightToLeft() {
        return language.equals("ar");
    }
}
