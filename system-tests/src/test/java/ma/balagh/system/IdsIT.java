package ma.balagh.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.system.SuiteUnderTest.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every id in every answer names something that exists for the caller, or is not there. */
@ExtendWith(SuiteUnderTest.class)
@EnabledIfSystemProperty(named = "balagh.attack", matches = "true")
final class IdsIT {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 40;

    /** Which collection a field names something of. Of a plain {@code id}, the field that it stands in says so. */
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("dossierId", "/dossiers"),
            Map.entry("otherDossierId", "/dossiers"),
            Map.entry("joinedInto", "/dossiers"),
            Map.entry("knownCase", "/dossiers"),
            Map.entry("reportId", "/reports"),
            Map.entry("reports", "/reports"),
            Map.entry("reportIds", "/reports"),
            Map.entry("evidenceId", "/evidence"),
            Map.entry("evidence", "/evidence"),
            Map.entry("media", "/evidence"),
            Map.entry("examinationId", "/examinations"),
            Map.entry("examinations", "/examinations"),
            Map.entry("incident", "/incidents"),
            Map.entry("incidentId", "/incidents"),
            Map.entry("unitId", "/units"),
            Map.entry("assignmentId", "/assignments"),
            Map.entry("assignments", "/assignments"),
            Map.entry("sourceId", "/sources"),
            Map.entry("itemId", "/items"));

    /** What can be read only as a part of something else: nothing answers for its id. */
    private static final Set<String> PARTS = Set.of(
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
            "filedBy");

    private record Named(String field, String id) {}

    @Test
    void nameWhatExistsForTheCaller(Running suite) throws Exception {
        // Given: a hidden case, and one of another territory
        Townspeople.settle();
        var misconduct = Hidden.misconduct(suite);
        Hidden.elsewhere(suite, misconduct);
        var dangling = new TreeSet<String>();

        // When
        for (var account : Endpoint.EVERY_ACCOUNT) {
            var answers = new HashMap<String, JsonNode>();
            for (var list : readable(account).stream()
                    .filter(endpoint -> endpoint.collections().isEmpty())
                    .toList()) {
                var query = list.path().equals("/examinations") ? "?evidenceId=" + misconduct.id("evidence") : "";
                var answer = suite.client().get(account, list.target(), list.path() + query);
                if (answer.status() == 200) {
                    answers.put(list.path(), answer.body());
                }
            }
            var named = new HashSet<Named>();
            answers.forEach((path, body) -> collect(path, "items", body, named));
            for (var first : List.copyOf(named)) {
                var collection = COLLECTIONS.get(first.field());
                if (collection == null || named.size() >= 50 * MOST) {
                    continue;
                }
                var one = one(account, collection);
                if (one != null) {
                    var answer = suite.client().get(account, one.target(), collection + "/" + first.id());
                    collect(collection, first.field(), answer.body(), named);
                }
            }
            for (var each : named) {
                if (!resolves(suite, account, each)) {
                    dangling.add(account + ": " + each.field() + " " + each.id());
                }
            }
        }

        // Then
        assertThat(dangling).isEmpty();
    }

    private static boolean resolves(Running suite, String account, Named named) {
        if (PARTS.contains(named.field())) {
            return true;
        }
        var collection = COLLECTIONS.get(named.field());
        assertThat(collection)
                .as("say which collection %s names something of", named.field())
                .isNotNull();
        var one = one(account, collection);
        return one == null
                || suite.client()
                                .get(account, one.target(), collection + "/" + named.id())
                                .status()
                        != 404;
    }

    /** How the account reads one thing of the collection; null where its role reads none of it. */
    private static @Nullable Endpoint one(String account, String collection) {
        return readable(account).stream()
                .filter(endpoint -> endpoint.path().equals(collection + "/{id}"))
                .findFirst()
                .orElse(null);
    }

    private static List<Endpoint> readable(String account) {
        return Endpoint.ALL.stream()
                .filter(endpoint ->
                        endpoint.method().equals("GET") && endpoint.accounts().contains(account))
                .filter(endpoint ->
                        endpoint.target() != Target.INTAKE || !endpoint.path().startsWith("/custody"))
                .toList();
    }

    /** @param field what the node stands in: of a list, what its endpoint lists */
    private static void collect(String path, String field, JsonNode node, Set<Named> into) {
        if (node.isArray()) {
            var shown = new ArrayList<JsonNode>();
            node.forEach(shown::add);
            shown.stream().limit(MOST).forEach(each -> collect(path, field, each, into));
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                var name = property.getKey().equals("id") ? field : property.getKey();
                collect(path, name.equals("items") ? collectionField(path) : name, property.getValue(), into);
            });
        } else if (node.isTextual() && ID.matcher(node.asText()).matches()) {
            into.add(new Named(field.equals("items") ? collectionField(path) : field, node.asText()));
        }
    }

    /** The field by which other answers name what this path lists. */
    private static String collectionField(String path) {
        return COLLECTIONS.entrySet().stream()
                .filter(entry -> path.equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(path.replaceAll(".*/", ""));
    }
}
