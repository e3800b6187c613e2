package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class EnclosingScopeFinderTest {

    private final List<String> asked = new ArrayList<>();
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new EnclosingScopeFinder())
            .addValueResolver(new OfSomeClass())
            .build();

    @Test
    void findsWhatTheScopesAroundHave() {
        // Given
        engine.putTemplate("layout", engine.parse("<{#insert}{/}>"));
        engine.putTemplate("part", engine.parse("{name}{each}{title}"));

        // When
        var page = engine.parse("""
                {#include layout}{#for each in rows}{#let name='n'}{title}{each}{name}{#include part title='p' /}{/let}{/for}{/include}
                """.strip());

        // Then
        assertThat(page.data("title", "t").data("rows", List.of(1, 2)).render()).isEqualTo("<t1nn1pt2nn2p>");
        assertThat(asked)
                .as("a resolver that could have nothing of them: a class of Qute's was renamed if it is asked")
                .doesNotContain("title", "rows", "each", "name");
    }

    @Test
    void leavesAloneWhatIsNoScope() {
        // Given
        engine.putTemplate("layout", engine.parse("<{#insert}{/}>"));
        var nothing = new HashMap<String, Object>();
        nothing.put("inner", null);

        // When
        var page = engine.parse("{#include layout}{outer.inner.title ?: 'none'}{missing ?: 'none'}{/include}");

        // Then
        assertThat(page.data("title", "t").data("outer", Map.of("x", 1)).render())
                .isEqualTo("<nonenone>");
        assertThat(page.data("title", "t").data("outer", nothing).render()).isEqualTo("<nonenone>");
    }

    /** Stands for those of the portal's classes. */
    private final class OfSomeClass implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            asked.add(context.getName());
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return Results.notFound(context);
        }
    }
}
