package ma.balagh.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Conditional requests (RFC 9110, section 13) against strong entity tags. */
@RequestScoped
public class Preconditions {

    private final Request request;

    Preconditions(Request request) {
        this.request = request;
    }

    /** The tag of a row that counts its versions. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The tag of bytes that are named by their digest. */
    public static EntityTag tag(String digest) {
        return new EntityTag(digest);
    }

    /**
     * Lets a change pass when the client has read the present version, or did not say which one it has read.
     *
     * @throws ProblemException 412 when {@code If-Match} names another version
     */
    public void requireMatch(EntityTag current) {
        if (request.evaluatePreconditions(current) != null) {
            throw changed(current);
        }
    }

    /**
     * Whether the client that wants to read has the present version already ({@code If-None-Match}): it gets a 304.
     *
     * @throws ProblemException 412 when {@code If-Match} names another version
     */
    public boolean isKnown(EntityTag current) {
        Response.ResponseBuilder unmet = request.evaluatePreconditions(current);
        if (unmet == null) {
            return false;
        }
        if (unmet.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
            return true;
        }
        throw changed(current);
    }

    /** 200 with the tag and the view, or 304 without it when the client has it already. */
    public <T> RestResponse<T> tagged(EntityTag current, Supplier<T> view) {
        if (isKnown(current)) {
            return RestResponse.ResponseBuilder.<T>create(Response.Status.NOT_MODIFIED.getStatusCode())
                    .tag(current)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(view.get()).tag(current).build();
    }

    private static ProblemException changed(EntityTag current) {
        return CommonProblem.PRECONDITION_FAILED.because(
                "read it again: its present ETag is \"" + current.getValue() + "\"");
    }
}
