package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.media.RenderedSound;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.jspecify.annotations.Nullable;

/**
 * The body of an order. Whatever a redaction leaves out takes the protective default: faces hidden, sound removed.
 *
 * @param at seconds from the beginning, of a still, which hides faces always
 */
record OrderRendition(
        @NotNull @Nullable RenditionKind kind,
        @Nullable Boolean faces,
        @Valid @Size(max = 50) @Nullable List<@NotNull RedactionRectangle> rectangles,
        @Nullable RenderedSound sound,
        @DecimalMin("0") @DecimalMax("86400") @Nullable Double at) {

    /** @throws ProblemException 400 where the parts do not fit together */
    RenditionRequest wish() {
        var violations = new ArrayList<Violation>();
        RenditionRequest wish = switch (requireNonNull(kind)) {
            case PLAYABLE -> {
                if (choosesRedaction()) {
                    violations.add(
                            Violation.unfitting("kind", "a playable rendition shows and sounds as the original does"));
                }
                yield RenditionRequest.PLAYABLE;
            }
            case STILL -> {
                if (choosesRedaction()) {
                    violations.add(Violation.unfitting("kind", "a still is one picture, whose faces are hidden"));
                }
                if (at == null) {
                    violations.add(Violation.required("at", "must say which moment"));
                }
                yield RenditionRequest.still(at == null ? 0 : at);
            }
            case REDACTED ->
                new RenditionRequest(
                        RenditionKind.REDACTED,
                        !Boolean.FALSE.equals(faces),
                        rectangles == null ? List.of() : rectangles,
                        sound == null ? RenderedSound.REMOVE : sound,
                        null);
        };
        if (at != null && wish.kind() != RenditionKind.STILL) {
            violations.add(Violation.unfitting("at", "goes with a still only"));
        }
        if (wish.kind() == RenditionKind.REDACTED && wish.hidesNothing()) {
            violations.add(
                    new Violation("faces", ViolationCode.HIDES_NOTHING, "a redaction that hides nothing is none"));
        }
        for (int k = 0; k < wish.rectangles().size(); k++) {
            violations.addAll(
                    violations("rectangles[" + k + "]", wish.rectangles().get(k)));
        }
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        return wish;
    }

    private boolean choosesRedaction() {
        return faces != null || rectangles != null || sound != null;
    }

    private static List<Violation> violations(String field, RedactionRectangle rectangle) {
        var violations = new ArrayList<Violation>();
        if (requireNonNull(rectangle.left()) >= requireNonNull(rectangle.right())
                || requireNonNull(rectangle.top()) >= requireNonNull(rectangle.bottom())) {
            violations.add(new Violation(field, ViolationCode.WITHOUT_AREA, "must have an area"));
        }
        if (rectangle.start() >= rectangle.end()) {
            violations.add(new Violation(field + ".to", ViolationCode.TOO_EARLY, "must be later than from"));
        }
        if (rectangle.isFollowed() && rectangle.to() != null) {
            violations.add(Violation.unfitting(field + ".to", "what is followed is followed to the nearest cuts"));
        }
        return violations;
    }
}
