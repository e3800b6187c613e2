package ma.balagh.portal.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Answers {@code METHOD /path} with what a test laid out for it, and remembers what was asked. */
public final class FakeServices implements AutoCloseable {

    /** What was asked; a body only where it is text. */
    public record Call(String method, String path, String query, Map<String, List<String>> headers, String body) {

        /** @return the first value, or nothing */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What is answered. */
    public record Answer(int status, String type, byte[] body, Map<String, String> headers) {

        static Answer json(int status, String body) {
            String type = status < 400 ? "application/json" : "application/problem+json";
            return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private volatile @Nullable Answer refusal;
    private final Map<String, FakeEventStream> streams = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1", this::serve);
        server.start();
    }

    HttpServer server() {
        return server;
    }

    /** Its base address. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Forgets what was asked and laid out; every path has its ordinary answer again. */
    public void reset() {
        answering.countDown();
        streams.values().forEach(FakeEventStream::end);
        streams.clear();
        unanswered.clear();
        calls.clear();
        answers.clear();
        refusal = null;
        for (String each : List.of(
                "GET /dossiers=dossiers.json",
                "GET /dossiers/backlog=dossier-backlog.json",
                "GET /dossiers/" + Ids.DOSSIER + "=dossier.json",
                "GET /examinations=examinations.json",
                "GET /examinations/" + Ids.EXAMINATION + "=examination.json",
                "GET /examinations/" + Ids.EXAMINATION + "/renditions=renditions.json",
                "GET /renditions/" + Ids.RENDITION + "=rendition.json",
                "GET /known-footage=known-footage.json",
                "GET /known-footage/" + Ids.KNOWN + "=known.json",
                "GET /reports=reports.json",
                "GET /reports/" + Ids.REPORT + "=report.json",
                "GET /incidents=incidents.json",
                "GET /incidents/" + Ids.INCIDENT + "=incident.json",
                "GET /incidents/" + Ids.INCIDENT + "/recommendations=recommendations.json",
                "GET /incidents/" + Ids.INCIDENT + "/rights=rights.json",
                "GET /incidents/" + Ids.INCIDENT + "/court-decisions=court-decisions.json",
                "GET /incidents/events/position=stream-position.json",
                "GET /incidents/joint-assignment=joint-assignment.json",
                "GET /units=units.json",
                "GET /units/move-ups=move-ups.json",
                "GET /road-closures=road-closures.json",
                "GET /black-spots=black-spots.json",
                "GET /communiques=communiques.json",
                "GET /communiques/" + Ids.COMMUNIQUE + "=communique.json",
                "GET /public/statistics=public-statistics.json",
                "GET /public/black-spots=public-black-spots.json",
                "GET /public/communiques=public-communiques.json",
                "GET /public/communiques/" + Ids.COMMUNIQUE + "=public-communique.json",
                "GET /patrol-plans=patrol-plans.json",
                "GET /patrol-plans/effect=patrol-effect.json",
                "GET /patrol-plans/" + Ids.PATROL_PLAN + "=patrol-plan.json",
                "GET /patrol-plans/" + Ids.PATROL_PLAN + "/dosage=patrol-dosage.json",
                "GET /patrol-plans/" + Ids.PATROL_PLAN + "/observations=visit-observations.json",
                "GET /patrol-visits=crew-visits.json",
                "GET /callbacks=callbacks.json",
                "GET /audit=audit.json",
                "GET /incidents/exports=incident-exports.json",
                "GET /units/" + Ids.UNIT + "=unit.json",
                "GET /help-requests=help-requests.json",
                "GET /inquiries=inquiries.json",
                "GET /escalation-policies=escalation-policies.json",
                "GET /escalation-policies/MA-CAS=escalation-policy.json",
                "GET /evidence/refilings=refilings.json",
                "GET /statistics/backlog=operational-backlog.json",
                "GET /statistics/clocks=clocks.json",
                "GET /statistics/clocks/PUBLISHED_TO_TAKEN_IN/samples=clock-reports.json",
                "GET /statistics/clocks/TAKEN_IN_TO_SECURED/samples=clock-evidence.json",
                "GET /statistics/clocks/PROPOSED_TO_CONFIRMED/samples=clock-dossiers.json",
                "GET /statistics/clocks/CONFIRMED_TO_ASSIGNED/samples=clock-incidents.json",
                "GET /statistics/incident-stages=incident-stages.json",
                "GET /statistics/incident-stages/OPEN_TO_ASSIGNED/incidents=stage-incidents.json",
                "GET /sources=sources.json",
                "GET /sources/health=sources-health.json",
                "GET /sources/" + Ids.SOURCE + "=source.json",
                "GET /sources/" + Ids.WEBHOOK + "=webhook.json",
                "GET /items=items.json",
                "GET /items/quality=items-quality.json",
                "GET /items/" + Ids.ITEM + "=item.json",
                "GET /relevance/terms=terms.json",
                "GET /relevance/terms/versions=terms-versions.json",
                "GET /relevance/terms/versions/3=terms.json",
                "GET /relevance/terms/versions/2=terms-2.json",
                "GET /media-links=media-links.json",
                "GET /media-links/" + Ids.LINK + "=media-link.json",
                "GET /reports/ageing=ageing.json",
                "GET /reports/weekly=weekly-answers.json",
                "GET /reports/answer-times=answer-times.json",
                "GET /reports/answer-times/reports=answer-time-reports.json",
                "GET /reports/unanswered=unanswered.json",
                "GET /answer-texts=answer-texts.json",
                "GET /answer-texts/RESOLVED.ARRESTED=answer-text.json",
                "GET /answer-texts/RESOLVED.ARRESTED/versions=answer-versions.json",
                "GET /evidence/" + Ids.EVIDENCE + "/custody=custody.json",
                "GET /evidence/" + Ids.EVIDENCE + "/custody/compartment=custody.json")) {
            int split = each.indexOf('=');
            answer(each.substring(0, split), 200, resource(each.substring(split + 1)));
        }
        answer("POST /statistics/desk-exports", 204, "");
    }

    /** @param call such as {@code GET /dossiers}; with a query, of that one alone */
    public void answer(String call, int status, String json) {
        answers.put(call, Answer.json(status, json));
    }

    public void answer(String call, int status, String type, byte[] body, Map<String, String> headers) {
        answers.put(call, new Answer(status, type, body, headers));
    }

    /** Whoever asks that follows a stream of events, which the test tells. */
    public FakeEventStream stream(String call) {
        FakeEventStream stream = new FakeEventStream();
        streams.put(call, stream);
        return stream;
    }

    /** Whoever asks that waits until the next reset. */
    public void leaveUnanswered(String call) {
        answering = new CountDownLatch(1);
        unanswered.add(call);
    }

    /** Whatever is asked for but looking is refused so from now on. */
    public void refuseActs(int status, String problem) {
        refusal = Answer.json(status, problem);
    }

    /** What was asked since the last reset, such as {@code POST /reports}. */
    public List<String> calls() {
        return calls.stream().map(call -> call.method() + " " + call.path()).toList();
    }

    /** The calls of this kind, in their order. */
    public List<Call> all(String call) {
        return calls.stream()
                .filter(each -> (each.method() + " " + each.path()).equals(call))
                .toList();
    }

    /** The last call of this kind, such as {@code POST /reports}. */
    public Call last(String call) {
        return all(call).stream()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nobody asked " + call + " but " + calls));
    }

    @Override
    public void close() {
        streams.values().forEach(FakeEventStream::end);
        answering.countDown();
        server.stop(0);
    }

    /** One of our canned answers. */
    public static String resource(String name) {
        return text("/fake/" + name);
    }

    /** A file of the tests. */
    public static String text(String path) {
        try (InputStream in = FakeServices.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("there is no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReset() {
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getQuery();
        calls.add(new Call(
                exchange.getRequestMethod(),
                path,
                query == null ? "" : query,
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        FakeEventStream stream = streams.get(exchange.getRequestMethod() + " " + path);
        if (stream != null) {
            stream.serve(exchange);
            return;
        }
        if (unanswered.contains(exchange.getRequestMethod() + " " + path)) {
            awaitReset();
        }
        Answer refused = exchange.getRequestMethod().equals("GET") ? null : refusal;
        String call = exchange.getRequestMethod() + " " + path;
        Answer known =
                answers.getOrDefault(call, Answer.json(404, "{\"type\":\"/problems/not-found\",\"status\":404}"));
        Answer answer = refused != null ? refused : answers.getOrDefault(call + "?" + query, known);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }
}
