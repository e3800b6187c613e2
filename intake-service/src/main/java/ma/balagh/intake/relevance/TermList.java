package ma.balagh.intake.relevance;

import java.util.List;

/**
 * What items are scored by.
 *
 * @param threshold the score, 1 to 100, from which on an item is relevant
 */
record TermList(int threshold, List<Term> terms) {

    TermList {
        terms = List.copyOf(terms);
    }
}
