package ma.balagh.analysis.verdict;

import jakarta.persistence.Embeddable;
import ma.balagh.http.Caller;

/**
 * A person who is responsible for a verdict.
 *
 * @param id the token's subject, which tells two people apart
 * @param name the user name, for reading
 */
@Embeddable
record ResponsiblePerson(String id, String name) {

    static ResponsiblePerson of(Caller caller) {
        return new ResponsiblePerson(caller.id(), caller.name());
    }
}
