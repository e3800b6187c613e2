package ma.balagh.portal.campaign;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Large areas with black spots. */
@TemplateData
public record PublicSpotsResponse(Instant asOf, List<Spot> items, PublicTextResponse method) {

    /** A large area. */
    @TemplateData
    public record Spot(
            String cell, PublicTextResponse name, String area, PublicTextResponse areaName, List<Corner> outline) {}

    /** A corner of it. */
    @TemplateData
    public record Corner(double latitude, double longitude) {}

    /** A city with what is shown there. */
    @TemplateData
    public record City(PublicTextResponse name, List<Spot> spots, AreaPlan plan) {}

    public List<City> cities() {
        Map<String, List<Spot>> byArea =
                items.stream().collect(Collectors.groupingBy(Spot::area, TreeMap::new, Collectors.toList()));
        return byArea.values().stream()
                .map(spots -> new City(spots.getFirst().areaName(), spots, AreaPlan.of(spots)))
                .toList();
    }
}
