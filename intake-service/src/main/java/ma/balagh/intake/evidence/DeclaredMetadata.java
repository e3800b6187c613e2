package ma.balagh.intake.evidence;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import ma.balagh.http.Violation;
import ma.balagh.intake.IntakeProblem;
import org.jspecify.annotations.Nullable;

/**
 * What the sender declares about a medium.
 *
 * @param mediaType as declared
 * @param fileName for display only
 */
public record DeclaredMetadata(String mediaType, @Nullable String fileName) {

    private static final Set<String> IMAGES = Set.of("jpeg", "png", "webp", "gif", "heic", "heif");

    /**
     * @param field where the type was said
     * @param fileName as it came
     * @throws ma.balagh.http.ProblemException 415, naming the field, when the type is that of no medium
     */
    public static DeclaredMetadata of(String field, MediaType type, @Nullable String fileName) {
        boolean accepted = type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                || type.getType().equals("video")
                || type.getType().equals("audio")
                || (type.getType().equals("image") && IMAGES.contains(type.getSubtype()));
        if (!accepted) {
            throw IntakeProblem.NOT_A_MEDIUM.because(
                    "see the violations",
                    List.of(Violation.malformed(
                            field,
                            "must be video/*, audio/*, image/jpeg, image/png, image/webp, image/gif, image/heic,"
                                    + " image/heif or application/octet-stream")));
        }
        String shown = fileName == null ? "" : FileNameParser.displayable(fileName);
        return new DeclaredMetadata(type.getType() + "/" + type.getSubtype(), shown.isEmpty() ? null : shown);
    }
}
