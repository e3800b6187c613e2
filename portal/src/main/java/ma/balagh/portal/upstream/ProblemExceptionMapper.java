package ma.balagh.portal.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads a service's problem; a body that is none (a proxy's page, say) is ignored. */
public final class ProblemExceptionMapper implements ResponseExceptionMapper<ServiceProblemException> {

    private final ObjectMapper json;

    public ProblemExceptionMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ServiceProblemException toThrowable(Response response) {
        return of(response.getStatus(), response.readEntity(String.class));
    }

    /** The problem of an answer that was not read by a REST client. */
    public ServiceProblemException of(int status, String body) {
        try {
            return new ServiceProblemException(status, json.readValue(body, ProblemResponse.class));
        } catch (JsonProcessingException notAProblem) {
            return new ServiceProblemException(status, new ProblemResponse(null, null, null, List.of()));
        }
    }
}
