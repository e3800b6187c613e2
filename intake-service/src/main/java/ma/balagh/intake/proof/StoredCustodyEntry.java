package ma.balagh.intake.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyEntry;

/** A custody entry as it is stored; its contents are not trusted. */
record StoredCustodyEntry(
        UUID evidenceId,
        int sequence,
        Instant at,
        String actor,
        String action,
        String detail,
        String previousHash,
        String hash) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    /** @throws IllegalArgumentException when it is none that was ever written */
    CustodyEntry read() {
        try {
            return new CustodyEntry(
                    evidenceId,
                    sequence,
                    at,
                    actor,
                    CustodyAction.valueOf(action),
                    JSON.readValue(detail, DETAIL),
                    previousHash,
                    hash);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the detail is no object of strings", e);
        }
    }
}
