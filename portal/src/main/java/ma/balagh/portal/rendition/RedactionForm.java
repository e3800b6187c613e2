package ma.balagh.portal.rendition;

import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that a redacted rendition is ordered with. Each rectangle sends all of its fields, so that the lists go in step;
 * edges are told in percent.
 */
record RedactionForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String pass,
        @RestForm @Nullable String faces,
        @RestForm @Nullable String sound,
        @RestForm List<String> from,
        @RestForm List<String> to,
        @RestForm List<String> left,
        @RestForm List<String> top,
        @RestForm List<String> right,
        @RestForm List<String> bottom,
        @RestForm List<String> follow) {

    private static final double PERCENT = 100;

    RenditionClient.Order order() {
        return new RenditionClient.Order(
                RenditionResponse.Kind.REDACTED.name(),
                faces != null,
                IntStream.range(0, left.size()).mapToObj(this::rectangle).toList(),
                FormInputParser.text(sound));
    }

    /** What is followed ends where its scene does. */
    private RenditionClient.Rectangle rectangle(int number) {
        boolean follows = Boolean.parseBoolean(at(follow, number));
        return new RenditionClient.Rectangle(
                FormInputParser.number(at(from, number), "from"),
                follows ? null : FormInputParser.number(at(to, number), "to"),
                share(left, number, "left"),
                share(top, number, "top"),
                share(right, number, "right"),
                share(bottom, number, "bottom"),
                follows);
    }

    private static @Nullable Double share(List<String> edges, int number, String name) {
        Double percent = FormInputParser.number(at(edges, number), name);
        return percent == null ? null : percent / PERCENT;
    }

    private static @Nullable String at(List<String> fields, int number) {
        return number < fields.size() ? fields.get(number) : null;
    }
}
