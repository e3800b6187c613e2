package ma.balagh.portal.suite;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Fails a page whose template would read one of our types by reflection: a native image has none of it, and on the JVM
 * nobody would notice. Stands behind the accessors that Qute generates, and before its reflection.
 */
@Singleton
final class NoReflection {

    private static final int BEFORE_REFLECTION = 0;

    void forbid(@Observes EngineBuilder engine) {
        engine.addValueResolver(ValueResolver.builder()
                .priority(BEFORE_REFLECTION)
                .appliesTo(NoReflection::readsOurs)
                .resolveSync(NoReflection::refuse)
                .build());
    }

    private static boolean readsOurs(EvalContext read) {
        return read.getBase() != null && read.getBase().getClass().getName().startsWith("ma.balagh.");
    }

    private static Object refuse(EvalContext read) {
        throw new IllegalStateException(
                "a native image cannot read " + read.getBase().getClass().getName() + "." + read.getName()
                        + ": annotate the type with @TemplateData");
    }
}
