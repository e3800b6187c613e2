package ma.balagh.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every id in every answer names something that exists for the caller, or is not there. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class IdsIT {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 10;

    /**
     * The collection of the thing that a field names, where field and collection have different names. A plain {@code id} is
     * taken by the name of the field around it.
     */
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("dossierId", "/dossiers"),
            Map.entry("otherDossierId", "/dossiers"),
            Map.entry("joinedInto", "/dossiers"),
            Map.entry("knownCase", "/dossiers"),
            Map.entry("reportId", "/reports"),
            Map.entry("unanswered", "/reports"),
            Map.entry("reportIds", "/reports"),
            Map.entry("evidenceId", "/evidence"),
            Map.entry("media", "/evidence"),
            Map.entry("examinationId", "/examinations"),
            Map.entry("incident", "/incidents"),
            Map.entry("incidentId", "/incidents"),
            Map.entry("nextIncidentId", "/incidents"),
            Map.entry("related", "/incidents"),
            Map.entry("inquiry", "/inquiries"),
            Map.entry("cardId", "/run-cards"),
            Map.entry("unitId", "/units"),
            Map.entry("assignmentId", "/assignments"),
            Map.entry("planId", "/patrol-plans"),
            Map.entry("sourceId", "/sources"),
            Map.entry("corrects", "/communiques"),
            Map.entry("correctedBy", "/communiques"),
            Map.entry("incidentIds", "/incidents"),
            Map.entry("itemId", "/items"));

    /** What can be read only as a part of something else: nothing answers for its id. */
    private static final Set<String> PARTS = Set.of(
            "black-spots",
            "court-decisions",
            "proposals",
            "proposal",
            "proposalId",
            "reopenings",
            "findings",
            "mediaUrls",
            "matches",
            "with",
            "holdId",
            "subjectId",
            "subject",
            "runId",
            "mediaLinkId",
            "runs",
            "exports",
            "steps",
            "hearings",
            "suspensions",
            "attachments",
            "visits",
            "visitId",
            "patrol-visits",
            "fetchId",
            "filedBy");

    private record Named(String field, String id) {}

    @Test
    void nameWhatExistsForTheCaller(Running suite) throws Exception {
        // Given: a hidden case, and one of another territory
        var evidence = HiddenCases.in(suite).misconduct().id("evidence");
        var dangling = new TreeSet<String>();
        var seen = new TreeSet<String>();

        // When
        for (var role : Endpoint.EVERY_ACCOUNT) {
            for (var account : List.of(role, Townspeople.counterpartOf(role))) {
                for (var each : named(suite.client(), role, account, evidence)) {
                    seen.add(each.field());
                    if (!resolves(suite, role, account, each)) {
                        dangling.add(account + ": " + each.field() + " " + each.id());
                    }
                }
            }
        }

        // Then
        assertThat(dangling).isEmpty();
        assertThat(seen).contains("dossiers", "reports", "incidents", "units");
    }

    /** All ids in what the account reads: lists, things of them, and what belongs to these. */
    private static Set<Named> named(SuiteClient client, String role, String account, String evidence) {
        var named = new HashSet<Named>();
        for (var list : readable(role)) {
            if (list.collections().isEmpty()) {
                var query = list.path().equals("/examinations") ? "?evidenceId=" + evidence : "";
                collect(named, nameOf(list), read(client, account, list, list.path() + query));
            }
        }
        for (var endpoint : readable(role)) {
            if (endpoint.collections().size() == 1) {
                var collection = "/" + endpoint.collections().iterator().next();
                named.stream()
                        .filter(each -> collection.equals(collectionOf(each.field())))
                        .map(Named::id)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .limit(MOST)
                        .toList()
                        .forEach(id -> collect(
                                named, nameOf(endpoint), read(client, account, endpoint, endpoint.path(any -> id))));
            }
        }
        return named;
    }

    private static JsonNode read(SuiteClient client, String account, Endpoint endpoint, String path) {
        var answer = client.get(account, endpoint.target(), path);
        return answer.status() == 200 ? answer.body() : MissingNode.getInstance();
    }

    private static boolean resolves(Running suite, String role, String account, Named named) {
        if (PARTS.contains(named.field())) {
            return true;
        }
        var collection = collectionOf(named.field());
        if (collection == null) {
            return false;
        }
        var one = one(role, collection);
        return one == null
                || suite.client()
                                .get(account, one.target(), collection + "/" + named.id())
                                .status()
                        != 404;
    }

    /** Null where nobody has said so yet: then it is in nothing that resolves. */
    private static @Nullable String collectionOf(String field) {
        var own = "/" + field;
        return Endpoint.ALL.stream().anyMatch(endpoint -> endpoint.path().equals(own + "/{id}"))
                ? own
                : COLLECTIONS.get(field);
    }

    /** How the role reads one thing of the collection; null where it reads none of it. */
    private static @Nullable Endpoint one(String role, String collection) {
        return readable(role).stream()
                .filter(endpoint -> endpoint.path().equals(collection + "/{id}"))
                .findFirst()
                .orElse(null);
    }

    private static List<Endpoint> readable(String role) {
        return Endpoint.ALL.stream()
                .filter(endpoint ->
                        endpoint.method().equals("GET") && endpoint.accounts().contains(role))
                .filter(endpoint ->
                        endpoint.target() != Target.INTAKE || !endpoint.path().startsWith("/custody"))
                .filter(endpoint -> !endpoint.isStream() && !endpoint.isFile())
                // The compartment's chain has an id of its own (docs/custody-chain.md).
                .filter(endpoint -> !endpoint.path().endsWith("/custody/compartment"))
                .toList();
    }

    /** What the endpoint answers with, such as {@code reports} for those of a dossier. */
    private static String nameOf(Endpoint endpoint) {
        return endpoint.path().replaceFirst("/\\{[^}]*}$", "").replaceAll(".*/", "");
    }

    /** @param field what the node stands in: of a list, what its endpoint lists */
    private static void collect(Set<Named> into, String field, JsonNode node) {
        if (node.isArray()) {
            node.forEach(each -> collect(into, field, each));
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                var isOwn = property.getKey().equals("id") || property.getKey().equals("items");
                collect(into, isOwn ? field : property.getKey(), property.getValue());
            });
        } else if (node.isTextual() && ID.matcher(node.asText()).matches()) {
            into.add(new Named(field, node.asText()));
        }
    }
}
