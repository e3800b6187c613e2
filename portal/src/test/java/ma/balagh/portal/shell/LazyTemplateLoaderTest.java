package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LazyTemplateLoaderTest {

    private final LazyTemplateLoader late = new LazyTemplateLoader();
    private final List<String> read = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @BeforeEach
    void startAsQuarkusDoes() {
        var builder = Engine.builder().addDefaults().addLocator(id -> Optional.of(pageOf(id)));
        late.register(builder);
        engine = builder.build();
        engine.getTemplate("dossier/list.html");
        engine.putTemplate("dossier/list", engine.getTemplate("dossier/list.html"));
    }

    @Test
    void areNotReadAtTheStart() {
        // When
        late.begin(engine);

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void areReadOnceWhenTheyAreNeeded() {
        // Given
        late.begin(engine);

        // When
        var page = engine.getTemplate("dossier/list").render();
        engine.getTemplate("dossier/list").render();

        // Then
        assertThat(page).isEqualTo("page dossier/list");
        assertThat(read).containsExactly("dossier/list");
    }

    private TemplateLocator.TemplateLocation pageOf(String id) {
        return new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                read.add(id);
                return Reader.of("page " + id);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.empty();
            }
        };
    }
}
