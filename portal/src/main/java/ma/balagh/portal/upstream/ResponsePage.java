package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a service's list.
 *
 * @param next the cursor of the page after this one
 */
@TemplateData
public record ResponsePage<T>(List<T> items, @Nullable String next) {

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
