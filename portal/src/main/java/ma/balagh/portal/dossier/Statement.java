package ma.balagh.portal.dossier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a finding says, for the methods that the portal knows: in the viewer's language rather than the laboratory's. */
public enum Statement {
    EVIDENCE_DIGEST_PASS,
    EVIDENCE_DIGEST_FAIL,
    MEDIA_CONTAINER_PASS,
    MEDIA_CONTAINER_FAIL,
    MEDIA_DECODING_PASS,
    MEDIA_DECODING_FAIL,
    MEDIA_DECODING_UNKNOWN,
    MEDIA_DURATION_PASS,
    MEDIA_DURATION_UNKNOWN,
    METADATA_RECORDED_ON_PASS,
    METADATA_RECORDED_ON_FAIL,
    METADATA_RECORDED_ON_UNKNOWN,
    METADATA_LOCATION_PASS,
    METADATA_LOCATION_FAIL,
    METADATA_LOCATION_UNKNOWN,
    FOOTAGE_COMPARISON_PASS,
    FOOTAGE_COMPARISON_UNKNOWN,
    EXAMINATION_COMPLETION_FAIL,
    OTHER;

    static Statement of(Method method, Examination.@Nullable Result result) {
        String name = method + "_" + result;
        return Arrays.stream(values())
                .filter(statement -> statement.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
