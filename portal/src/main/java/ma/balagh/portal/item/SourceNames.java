package ma.balagh.portal.item;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.portal.upstream.PagePart;
import org.jspecify.annotations.Nullable;

/** What sources are called, as far as they are known: a source may be one of very many, or removed by now. */
@TemplateData
public record SourceNames(Map<UUID, String> names) {

    private static final int MANY = 200;

    static SourceNames of(ItemClient intake) {
        var sources = PagePart.of(() -> intake.sources(MANY));
        return new SourceNames(
                sources.isPresent()
                        ? sources.value().items().stream()
                                .collect(Collectors.toMap(ItemClient.SourceName::id, ItemClient.SourceName::name))
                        : Map.of());
    }

    public @Nullable String of(UUID id) {
        return names.get(id);
    }
}
