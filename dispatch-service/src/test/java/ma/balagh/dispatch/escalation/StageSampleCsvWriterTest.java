package ma.balagh.dispatch.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.dispatch.IncidentStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageSampleCsvWriterTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void writesALineOfNamesAndOneForEachSample() {
        assertThat(StageSampleCsvWriter.write(List.of(sample("UNIT-1"))))
                .isEqualTo(
                        "incidentId,jurisdiction,severity,stage,callSign,startedAt,targetAt,targetSeconds,endedAt,seconds,withinTarget\r\n"
                                + "00000000-0000-0000-0000-000000000001,MA-CAS,3,ASSIGNED_TO_ACKNOWLEDGED,UNIT-1,"
                                + "2026-11-25T10:00:00Z,2026-11-25T10:00:30Z,30,2026-11-25T10:00:12Z,12.000,true\r\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            =1+1   | "'=1+1"
            -1     | "'-1"
            A,1    | "A,1"
            A"1    | "A""1"
            """)
    void writesNothingThatASpreadsheetRuns(String callSign, String written) {
        assertThat(StageSampleCsvWriter.write(List.of(sample(callSign)))).contains("," + written + ",");
    }

    private static StageSample sample(String callSign) {
        return new StageSample(
                new UUID(0, 1),
                "MA-CAS",
                3,
                IncidentStage.ASSIGNED_TO_ACKNOWLEDGED,
                callSign,
                START,
                START.plusSeconds(30),
                START.plusSeconds(12),
                12,
                true);
    }
}
