package ma.balagh.dispatch.communique;

import ma.balagh.dispatch.incident.TimelineEntry;
import ma.balagh.http.Caller;

/**
 * Somebody who acts on a communiqué.
 *
 * @param id the account, which tells people apart whatever they are called
 */
record CommuniqueActor(String id, String name) {

    /** The service itself. */
    static final CommuniqueActor SERVICE = new CommuniqueActor(TimelineEntry.BY_ITSELF, TimelineEntry.BY_ITSELF);

    static CommuniqueActor of(Caller caller) {
        return new CommuniqueActor(caller.id(), caller.name());
    }
}
