package ma.balagh.dispatch.personaldata;

/**
 * A name that people have.
 *
 * @param words how many it has
 * @param given a given name, or that of a family
 * @param ambiguous whether it means something else, too, and is a name only beside another one
 * @param lastLetter which its last word must end with; 0 where any form of the letter will do
 */
record PersonName(int words, boolean given, boolean ambiguous, char lastLetter) {}
