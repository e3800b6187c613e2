package ma.balagh.analysis.finding;

import java.util.Map;

/**
 * One result of an examination, without words.
 *
 * @param method stable id of a {@link Method}
 * @param version of the method
 * @param code which of the method's statements, see {@link Statement#code()}
 * @param facts what was seen, by the names that the words use
 */
public record Finding(String method, String version, Result result, String code, Map<String, String> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }
}
