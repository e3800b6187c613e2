package ma.balagh.analysis.known;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import org.jspecify.annotations.Nullable;

/** The body of a request that adds known footage; blanks around its texts are ignored. */
record AddKnownFootage(
        @NotNull @Nullable UUID evidenceId,
        @NotNull @Nullable Kind kind,
        @NotBlank @Size(max = 200) @Nullable String reference,
        @NotBlank @Size(max = 2000) @Nullable String summary) {

    AddKnownFootage {
        reference = reference == null ? null : reference.strip();
        summary = summary == null ? null : summary.strip();
    }
}
