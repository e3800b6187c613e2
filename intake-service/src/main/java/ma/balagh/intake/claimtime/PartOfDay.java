package ma.balagh.intake.claimtime;

import static ma.balagh.intake.claimtime.TimePhraseTable.phrase;

import java.util.regex.Pattern;

/** Parts of a day, as people use the words; they overlap. */
enum PartOfDay {
    DAWN(3, 8, "[وف]?(?:ال)?فجرا?|aube|dawn|lfjer"),
    AFTERNOON(12, 19, "بعد (?:الزوال|الظهر)|(?:ال)?عصرا?|apres[-\\s]midi|afternoon"),
    NOON(11, 15, "زوالا|(?:ال)?زوال|(?:ال)?ظهرا?|(?<!apres[-\\s])midi|noon"),
    MORNING(5, 13, "[وفب]?(?:ال)?صباحا?|sbah|matin|matinee|morning"),
    EVENING(17, 25, "[وف]?(?:ال)?مسا|[وف]?(?:ال)?عشيه|soir|soiree|evening|l3chiya|3chiya"),
    NIGHT(19, 30, "ليلا|[وفب]?(?:ال)?ليله?|nuit|night|tonight|lil|llil|flil|bllil|lila");

    private final int begins;
    private final int ends;
    private final Pattern words;

    PartOfDay(int begins, int ends, String words) {
        this.begins = begins;
        this.ends = ends;
        this.words = phrase(words);
    }

    /** Hours after midnight. */
    int begins() {
        return begins;
    }

    /** Hours after midnight; more than 24 reach into the next day. */
    int ends() {
        return ends;
    }

    Pattern words() {
        return words;
    }

    /** An hour from 1 to 12 that is said to lie in this part: hours after midnight, those after 24 of the next day. */
    int hour(int told) {
        int morning = told % 12;
        return switch (this) {
            case DAWN, MORNING -> morning;
            case NOON -> morning < 6 ? morning + 12 : morning;
            case AFTERNOON -> morning + 12;
            case EVENING -> morning + 12;
            case NIGHT -> morning < 6 ? morning + 24 : morning + 12;
        };
    }
}
