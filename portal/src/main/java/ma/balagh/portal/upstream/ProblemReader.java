package ma.balagh.portal.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads a service's problem; a body that is none (a proxy's page, say) is left out. */
public final class ProblemReader implements ResponseExceptionMapper<ServiceProblem> {

    private final ObjectMapper json;

    public ProblemReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ServiceProblem toThrowable(Response response) {
        return of(response.getStatus(), response.readEntity(String.class));
    }

    /** The problem of an answer that was not read by a REST client. */
    public ServiceProblem of(int status, String body) {
        try {
            return new ServiceProblem(status, json.readValue(body, Problem.class));
        } catch (JsonProcessingException notAProblem) {
            return new ServiceProblem(status, new Problem(null, null, null, List.of()));
        }
    }
}
