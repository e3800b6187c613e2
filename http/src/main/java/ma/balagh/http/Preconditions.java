package ma.balagh.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13) against strong entity tags. */
@RequestScoped
public class Preconditions {

    private final Request request;
    private final HttpHeaders headers;
    private final ObjectMapper json;

    Preconditions(Request request, HttpHeaders headers, ObjectMapper json) {
        this.request = request;
        this.headers = headers;
        this.json = json;
    }

    /** The tag of a row that counts its versions. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The same as {@code If-Match} and {@code ETag} have it, for where a body names it. */
    public static String written(long version) {
        return written(tag(version));
    }

    private static String written(EntityTag tag) {
        return "\"" + tag.getValue() + "\"";
    }

    /** The tag of bytes that are named by their digest. */
    public static EntityTag tag(String digest) {
        return new EntityTag(digest);
    }

    /** The tag of a view of which parts are hidden from some: only what is shown tells its version. */
    public EntityTag tagOf(Object shown) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(shown));
            return tag(HexFormat.of().formatHex(sha256));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a view can be written, and every Java has SHA-256", e);
        }
    }

    /**
     * Demands that the client says which version it has read: for decisions, assignments and approvals, which are about
     * what somebody saw. {@link #requireMatch} then compares it.
     *
     * @throws ProblemException 428 without {@code If-Match}
     */
    public void requireStated() {
        String stated = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (stated == null || stated.isBlank()) {
            throw CommonProblem.MATCH_REQUIRED.because("send If-Match with the ETag of what you have read");
        }
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
     * Demands a second tag, which a field of the body holds because {@code If-Match} has room for one, and compares it.
     *
     * @param field where the body names it
     * @throws ProblemException 428 without one, 412 when it names another version
     */
    public static void requireMatch(String field, @Nullable String stated, long version) {
        if (stated == null || stated.isBlank()) {
            throw CommonProblem.MATCH_REQUIRED.because("send %s with the ETag of what you have read".formatted(field));
        }
        if (!stated.equals(written(version))) {
            throw changed(tag(version));
        }
    }

    /**
     * The same for a view that is shown in several languages, each with a tag that is costly to say: asked for only where
     * {@code If-Match} is, and only until one fits.
     */
    public void requireMatch(Supplier<Stream<EntityTag>> current) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            return;
        }
        Iterator<EntityTag> tags = current.get().iterator();
        EntityTag first = tags.next();
        boolean matches = request.evaluatePreconditions(first) == null;
        while (!matches && tags.hasNext()) {
            matches = request.evaluatePreconditions(tags.next()) == null;
        }
        if (!matches) {
            throw changed(first);
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
        return CommonProblem.PRECONDITION_FAILED.because("read it again: its present ETag is " + written(current));
    }
}
