package ma.balagh.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** {@code Accept} (RFC 9110, section 12.5.1) of bytes whose type is known only once they were found. */
public final class AcceptGuard {

    private AcceptGuard() {}

    /**
     * Lets a request pass whose client takes that type, or did not say which ones it takes.
     *
     * @throws ProblemException 406 when it takes others alone
     */
    public static void require(HttpHeaders headers, String offered) {
        var type = MediaType.valueOf(offered);
        if (headers.getAcceptableMediaTypes().stream().noneMatch(type::isCompatible)) {
            throw CommonProblem.NOT_ACCEPTABLE.because("it is " + offered);
        }
    }
}
