package ma.balagh.dispatch.inquiry;

import java.time.Instant;
import ma.balagh.http.Caller;

/**
 * Who does something to an inquiry, and when.
 *
 * @param id the token's subject, which tells one person from another
 * @param name user name, as it is shown
 */
record InquiryActor(String id, String name, Instant at) {

    static InquiryActor of(Caller caller, Instant at) {
        return new InquiryActor(caller.id(), caller.name(), at);
    }
}
