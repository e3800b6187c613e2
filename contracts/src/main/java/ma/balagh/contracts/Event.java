package ma.balagh.contracts;

import java.util.UUID;

/**
 * One thing that happened in one service and that others are told. Implemented only by the records of the owners'
 * packages; {@link EventType} lists them all.
 */
public interface Event {

    /** The aggregate it happened to: the record's key on its topic, so that one aggregate's events stay in order. */
    UUID subject();
}
