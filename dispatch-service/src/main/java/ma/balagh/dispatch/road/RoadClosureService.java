package ma.balagh.dispatch.road;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Violation;

/** The use cases of road closures. PostgreSQL decides which ones a caller sees. */
@ApplicationScoped
class RoadClosureService {

    private final RoadClosureRepository repository;
    private final RoadGraphLifecycle roads;
    private final Timestamps moments;
    private final ObjectMapper json;

    RoadClosureService(
            RoadClosureRepository repository, RoadGraphLifecycle roads, Timestamps moments, ObjectMapper json) {
        this.repository = repository;
        this.roads = roads;
        this.moments = moments;
        this.json = json;
    }

    @Transactional
    List<RoadClosure> list(PageRequest page) {
        return repository.list(moments.now(), page);
    }

    /** One that is in force. */
    @Transactional
    RoadClosure read(UUID id) {
        return repository
                .findByIdOptional(id)
                .filter(closure -> closure.isInForce(moments.now()))
                .orElseThrow(() -> CommonProblem.notFound("the closure"));
    }

    @Transactional
    RoadClosure close(RoadClosureRequest request, String jurisdiction, Caller by) {
        var now = moments.now();
        if (request.until() != null && !request.until().isAfter(now)) {
            throw CommonProblem.invalid(Violation.tooEarly("until", "must lie in the future"));
        }
        ClosureGeometryParser.parse(request.geometry());
        var geometry = ClosureGeometryParser.normalized(request.geometry()).toString();
        var closure = RoadClosure.close(IdGenerator.next(), jurisdiction, request, geometry, by.name(), now);
        repository.persistAndFlush(closure);
        return closure;
    }

    @Transactional
    void lift(UUID id, Caller by, Consumer<RoadClosure> unchanged) {
        var closure = repository.lock(id).orElseThrow(() -> CommonProblem.notFound("the closure"));
        unchanged.accept(closure);
        closure.lift(by.name(), moments.now());
        repository.flush();
    }

    /** Of all jurisdictions: a closed road is closed for everybody. Not for a request, which sees its caller's alone. */
    @Transactional
    List<ClosedArea> closedAreas() {
        return repository.inForce(moments.now()).stream()
                .map(closure ->
                        new ClosedArea(ClosureGeometryParser.parse(json(closure.geometry())), closure.closedUntil()))
                .toList();
    }

    RoadClosureView view(RoadClosure closure) {
        return new RoadClosureView(
                closure.id(),
                closure.jurisdiction(),
                closure.reason(),
                json(closure.geometry()),
                closure.closedUntil(),
                closure.closedBy(),
                closure.closedAt(),
                roads.graph().isPresent());
    }

    private JsonNode json(String geometry) {
        try {
            return json.readTree(geometry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON alone", e);
        }
    }
}
