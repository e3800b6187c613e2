package ma.balagh.portal.road;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormInputParser.WrongInput;
import org.jspecify.annotations.Nullable;

/**
 * Makes GeoJSON of what somebody typed: GeoJSON itself, or one place a line, latitude before longitude as maps show them.
 * Whether it means something is the service's to say.
 */
final class TypedPlacesParser {

    static final String FIELD = "coordinates";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;،]+");

    private TypedPlacesParser() {}

    /** @param area whether places stand around what is closed, rather than along a line across it */
    static @Nullable JsonNode parse(@Nullable String typed, boolean area) {
        String text = FormInputParser.text(typed);
        if (text == null) {
            return null;
        }
        return text.startsWith("{") ? json(text) : geometry(text, area);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new WrongInput(FIELD);
        }
    }

    private static JsonNode geometry(String text, boolean area) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        ArrayNode positions = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> positions.add(position(line)));
        var geometry = JsonNodeFactory.instance.objectNode();
        if (!area) {
            geometry.put("type", "LineString").set(FIELD, positions);
            return geometry;
        }
        if (!positions.get(0).equals(positions.get(positions.size() - 1))) {
            positions.add(positions.get(0));
        }
        geometry.put("type", "Polygon").putArray(FIELD).add(positions);
        return geometry;
    }

    private static ArrayNode position(String line) {
        String[] numbers = SEPARATOR.split(line.strip());
        if (numbers.length != 2) {
            throw new WrongInput(FIELD);
        }
        Double latitude = FormInputParser.number(numbers[0], FIELD);
        Double longitude = FormInputParser.number(numbers[1], FIELD);
        return JsonNodeFactory.instance.arrayNode().add(longitude).add(latitude);
    }
}
