package ma.balagh.analysis.verdict;

import jakarta.persistence.Embeddable;
import ma.balagh.http.Caller;

/**
 * Somebody who answers for a verdict.
 *
 * @param id the token's subject, which tells two people apart
 * @param name the user name, for reading
 */
@Embeddable
record Person(String id, String name) {

    static Person of(Caller caller) {
        return new Person(caller.id(), caller.name());
    }
}
