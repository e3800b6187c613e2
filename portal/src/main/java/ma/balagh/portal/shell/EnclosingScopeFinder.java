package ma.balagh.portal.shell;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a template names in the scopes around it: what a loop or a part looks up in the page. Qute asks the resolver
 * of each class of the portal first, some four hundred, for each of the thousands of such names in a page.
 */
@Singleton
final class EnclosingScopeFinder implements ValueResolver {

    /** Before the resolver of the scope itself, which finds nothing. */
    private static final int EARLY = 20;

    /** That of the first name of an expression. Of a later one, what has nothing of that name is no scope. */
    private static final String OF_A_FIRST_NAME = "io.quarkus.qute.EvaluatorImpl$EvalContextImpl";

    void register(@Observes EngineBuilder engine) {
        engine.addValueResolver(this);
    }

    @Override
    public int getPriority() {
        return EARLY;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getParams().isEmpty()
                && context.resolutionContext().getParent() != null
                && (context.getBase() == null || context.getBase() instanceof Mapper)
                && context.getClass().getName().equals(OF_A_FIRST_NAME)
                && find(context.getName(), context.getBase()) == null;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        for (ResolutionContext scope = context.resolutionContext().getParent();
                scope != null;
                scope = scope.getParent()) {
            CompletionStage<Object> found = find(context.getName(), scope.getData());
            if (found != null) {
                return found;
            }
        }
        return Results.notFound(context);
    }

    private static @Nullable CompletionStage<Object> find(String name, @Nullable Object scope) {
        if (!(scope instanceof Mapper named) || !named.appliesTo(name)) {
            return null;
        }
        CompletionStage<Object> found = named.getAsync(name);
        return found instanceof CompletedStage<Object> known && Results.isNotFound(known.get()) ? null : found;
    }
}
