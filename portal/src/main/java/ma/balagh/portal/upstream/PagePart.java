package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.ProcessingException;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** A part of a page that may be missing while the rest works: its service may be unavailable. */
@TemplateData
public final class PagePart<T> {

    private final @Nullable T value;

    private PagePart(@Nullable T value) {
        this.value = value;
    }

    /** What the call answers, or nothing where the service refuses or is away. */
    public static <T> PagePart<T> of(Supplier<T> call) {
        try {
            return new PagePart<>(call.get());
        } catch (ServiceProblemException | ProcessingException | CircuitBreakerOpenException away) {
            return none();
        }
    }

    public static <T> PagePart<T> none() {
        return new PagePart<>(null);
    }

    public boolean isPresent() {
        return value != null;
    }

    public @Nullable T orNothing() {
        return value;
    }

    /** What is there; ask {@link #isPresent()} first. */
    public T value() {
        return Objects.requireNonNull(value, "the part is missing");
    }
}
