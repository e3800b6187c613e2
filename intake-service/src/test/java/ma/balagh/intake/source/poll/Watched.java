package ma.balagh.intake.source.poll;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ma.balagh.intake.Database;

/** A source that a test watches. */
record Watched(UUID id, Database database) {

    private static final AtomicLong CALLS = new AtomicLong();

    /** Watches a publisher's path. A test's server has a port of its own that no officer could name. */
    static Watched at(String url, String kind, Database database) {
        String id = as(OFFICER)
                .contentType(ContentType.JSON)
                .body("""
                        {"name": "Assabah", "kind": "%s", "url": "https://news.example.org/x", "interval": "PT10M",
                         "jurisdiction": "MA-CAS"}
                        """.formatted(kind))
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var watched = new Watched(UUID.fromString(id), database);
        database.execute("update source set url = ?, current_url = ?, host = ? where id = ?", url, url, id, watched.id);
        watched.isDue();
        return watched;
    }

    /** It has been due for longer than any other, those of earlier calls included. */
    void isDue() {
        var longAgo = Instant.EPOCH.minusSeconds(CALLS.incrementAndGet()).atOffset(ZoneOffset.UTC);
        database.execute("update source set next_attempt_at = ?, last_attempt_at = null where id = ?", longAgo, id);
    }

    /** Its polls' outcomes are those of a host that others have, too. */
    void sharesHostWith(Watched other) {
        database.execute("update source set host = ? where id = ?", other.id.toString(), id);
    }

    void leaseRunsOut() {
        database.execute("update source set lease_until = now() - interval '1 second' where id = ?", id);
    }

    JsonPath shown() {
        return as(OFFICER)
                .get("/api/v1/sources/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath reports() {
        return as(OFFICER)
                .get("/api/v1/reports?sourceId=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath items() {
        return as(OFFICER)
                .get("/api/v1/items?sourceId=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
