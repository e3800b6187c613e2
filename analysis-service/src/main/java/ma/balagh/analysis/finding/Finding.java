package ma.balagh.analysis.finding;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * One result of an examination, without words.
 *
 * @param method stable id of a {@link LaboratoryMethod}
 * @param version of the method
 * @param code which of the method's statements, see {@link FindingStatement#code()}
 * @param facts what was seen, by the names that the words use; files are hostile, so values are {@link
 * FactFormatter#clean clean}
 */
public record Finding(String method, String version, FindingResult result, String code, Map<String, String> facts) {

    public Finding {
        facts = facts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, fact -> FactFormatter.clean(fact.getValue())));
    }
}
