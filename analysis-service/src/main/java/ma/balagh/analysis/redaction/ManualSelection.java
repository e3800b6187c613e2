package ma.balagh.analysis.redaction;

/** What a person selected to be hidden, beside faces: a number plate, a document, a name. */
public sealed interface ManualSelection {

    PicturePart part();

    /**
     * A part that stays where it is.
     *
     * @param from seconds from the medium's start
     * @param to seconds from the medium's start; infinity for its end
     */
    record Fixed(PicturePart part, double from, double to) implements ManualSelection {

        public Fixed {
            if (!(from >= 0 && from < to)) {
                throw new IllegalArgumentException("no seconds of a medium: " + from + " to " + to);
            }
        }
    }

    /**
     * A thing that is followed in both directions, to the nearest cuts, from where it was at one moment.
     *
     * @param at seconds from the medium's start
     */
    record Followed(PicturePart part, double at) implements ManualSelection {

        public Followed {
            if (!(at >= 0)) {
                throw new IllegalArgumentException("no second of a medium: " + at);
            }
        }
    }
}
