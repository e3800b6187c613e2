package ma.balagh.portal.audit;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which service keeps a trail. Each one keeps what was done with its own records. */
@TemplateData
public enum AuditTrailOwner {
    INTAKE,
    ANALYSIS,
    DISPATCH;

    /** Intake, unless another one is named. */
    static AuditTrailOwner of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(owner -> owner.name().equals(name))
                .findFirst()
                .orElse(INTAKE);
    }

    /** What it writes down. */
    public List<AuditKindCode> kinds() {
        return Arrays.stream(AuditKindCode.values())
                .filter(kind -> kind.isWrittenBy(this))
                .toList();
    }
}
