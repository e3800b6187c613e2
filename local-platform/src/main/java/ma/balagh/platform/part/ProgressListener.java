package ma.balagh.platform.part;

/** Tells a waiting person what is being done. */
public interface ProgressListener {

    /** A step that begins or ended. */
    void say(String message);

    /** How far a step is; replaces the previous report of the same step where the terminal can. */
    default void advance(String message) {}
}
