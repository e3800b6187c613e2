package ma.balagh.dispatch.communique;

import ma.balagh.http.Caller;

/**
 * Somebody who acts on a communiqué.
 *
 * @param id the account, which tells people apart whatever they are called
 */
record CommuniqueActor(String id, String name) {

    static CommuniqueActor of(Caller caller) {
        return new CommuniqueActor(caller.id(), caller.name());
    }
}
