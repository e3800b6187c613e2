package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When each stage was reached for the first time; nothing while it was not. */
@TemplateData
public record DossierClocks(
        @Nullable Instant publishedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant securedAt,
        @Nullable Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant proposedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant incidentOpenedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant onSceneAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant referredAt) {

    /** The stages that are shown, in their order. */
    public enum Stage {
        PUBLISHED,
        RECEIVED,
        SECURED,
        READY,
        PROPOSED,
        CONFIRMED,
        ASSIGNED,
        ON_SCENE,
        RESOLVED,
        REFERRED
    }

    /**
     * A stage that was reached.
     *
     * @param before when the stage before it was reached, if there is one
     */
    @TemplateData
    public record Step(Stage stage, Instant at, @Nullable Instant before) {}

    /** The stages that were reached, in their order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Instant before = null;
        for (Stage stage : Stage.values()) {
            Instant at = at(stage);
            if (at != null) {
                steps.add(new Step(stage, at, before));
                before = at;
            }
        }
        return steps;
    }

    private @Nullable Instant at(Stage stage) {
        return switch (stage) {
            case PUBLISHED -> publishedAt;
            case RECEIVED -> receivedAt;
            case SECURED -> securedAt;
            case READY -> readyAt;
            case PROPOSED -> proposedAt;
            case CONFIRMED -> confirmedAt;
            case ASSIGNED -> assignedAt;
            case ON_SCENE -> onSceneAt;
            case RESOLVED -> resolvedAt;
            case REFERRED -> referredAt;
        };
    }
}
