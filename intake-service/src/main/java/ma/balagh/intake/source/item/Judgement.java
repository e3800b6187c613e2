package ma.balagh.intake.source.item;

/** What an item seems to be about. */
record Judgement(int score, boolean relevant) {}
