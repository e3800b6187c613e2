package ma.balagh.analysis.sound;

/**
 * Seconds of one sound that are the same sound as seconds of another.
 *
 * @param errors share of the fingerprints' bits that differ there: 0 for the same samples, below 0.1 after coding at a
 *     low bit rate, 0.5 for two sounds without any likeness
 */
public record SoundMatch(double from, double to, double otherFrom, double otherTo, double errors) {

    public double length() {
        return to - from;
    }
}
