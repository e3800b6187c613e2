package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The communiqués of a list, to look up in it which one corrects another. */
@TemplateData
public record KnownCommuniques(List<CommuniqueSummaryResponse> all) {

    /** When the public saw the one that it corrects; nothing where that is not known here. */
    public @Nullable Instant correctedOne(CommuniqueSummaryResponse row) {
        return find(row.corrects()).map(CommuniqueSummaryResponse::publishedAt).orElse(null);
    }

    /** Who wrote its correction; nothing where that is not known here. */
    public @Nullable String corrector(CommuniqueSummaryResponse row) {
        return find(row.correctedBy()).map(other -> other.edited().by()).orElse(null);
    }

    private Optional<CommuniqueSummaryResponse> find(@Nullable UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
