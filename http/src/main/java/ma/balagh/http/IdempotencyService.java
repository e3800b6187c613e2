package ma.balagh.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client send a creating request again without creating twice. The key comes in the header
 * {@code Idempotency-Key} and counts for one caller and one URL.
 *
 * <pre>{@code
 * @POST
 * public RestResponse<ReportView> file(@Valid FileReport command) {
 *     return keys.once(command, () -> RestResponse.ResponseBuilder.created(uri).entity(view).build());
 * }
 * }</pre>
 *
 * The answer is stored in the transaction that creates: both or neither. A second request with the same key waits
 * for the first one's commit and gets its status, {@code Location}, {@code ETag} and body. A request that failed
 * leaves nothing behind and may be sent again.
 */
@RequestScoped
public class IdempotencyService {

    public static final String HEADER = "Idempotency-Key";

    static final int LONGEST = 255;

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1," + LONGEST + "}");

    private final Caller caller;
    private final HttpHeaders headers;
    private final Request request;
    private final UriInfo uri;
    private final StoredAnswerRepository answers;

    private @Nullable String replayedBody;

    IdempotencyService(
            Caller caller, HttpHeaders headers, Request request, UriInfo uri, StoredAnswerRepository answers) {
        this.caller = caller;
        this.headers = headers;
        this.request = request;
        this.uri = uri;
        this.answers = answers;
    }

    /**
     * Creates what stands by itself, or answers as it did when it created. For what is done to a thing that may have
     * been hidden from the caller since, there is {@link #once(Object, Runnable, Supplier)}.
     *
     * @param command what tells one request from another: the parsed body, or the digest of a streamed one
     * @param creation makes the answer; runs in this transaction, at most once for each key
     * @throws ProblemException 422 when the key was used with another command, 400 when it is malformed
     */
    @Transactional
    public <T> RestResponse<T> once(Object command, Supplier<RestResponse<T>> creation) {
        return once(command, () -> {}, creation);
    }

    /**
     * Changes something that the caller may see, or answers as it did when it changed that: to who still may see it.
     *
     * @param visible refuses as {@code creation} does where what the request is about does not exist for the caller;
     *     asked before anything is said of an earlier answer
     */
    @Transactional
    public <T> RestResponse<T> once(Object command, Runnable visible, Supplier<RestResponse<T>> creation) {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return creation.get();
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw CommonProblem.invalid(Violation.malformed(HEADER, "must be 1 to 255 visible ASCII characters"));
        }
        String operation = request.getMethod() + " " + uri.getPath();
        StoredAnswerRepository.Slot slot = new StoredAnswerRepository.Slot(caller.id(), operation, key);
        if (answers.claim(slot, command)) {
            RestResponse<T> first = creation.get();
            answers.store(slot, first);
            return first;
        }
        visible.run();
        return replay(answers.find(slot, command));
    }

    /** The body of an earlier answer, as it was sent then; {@link ReplayFilter} puts it into this one. */
    @Nullable
    String replayedBody() {
        return replayedBody;
    }

    private <T> RestResponse<T> replay(StoredAnswerRepository.Answer earlier) {
        replayedBody = earlier.body();
        RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.create(earlier.status());
        if (earlier.location() != null) {
            answer.location(URI.create(earlier.location()));
        }
        if (earlier.etag() != null) {
            answer.tag(new EntityTag(earlier.etag()));
        }
        return answer.build();
    }
}
