package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompartmentMeterFilterTest {

    @ParameterizedTest
    @CsvSource({
        "kafka.consumer.fetch.manager.records.lag, topic, balagh.analysis.misconduct.v1, true",
        "kafka.consumer.fetch.manager.records.lag, topic, balagh_analysis_forwardings_v1, true",
        "kafka.consumer.fetch.manager.records.lag, client.id, kafka-consumer-misconduct, true",
        "kafka.consumer.fetch.manager.records.lag, topic, balagh.analysis.verdicts.v1, false",
        "kafka.consumer.last.poll.seconds.ago, client.id, kafka-consumer-misconduct, false",
        "kafka.producer.topic.record.send.total, topic, balagh.analysis.verdicts.v1, true",
        "kafka.producer.record.send.total, client.id, kafka-producer, true",
        "http.server.requests, uri, /api/v1/inquiries/{id}, true",
        "http.server.requests, uri, /api/v1/incidents/{id}, false",
        "balagh.tasks.waiting, queue, inquiry_erasure, true",
        "balagh.tasks.waiting, queue, escalation, false",
        "balagh.verdicts, verdict, FALSE_REPORT, false"
    })
    void leavesOutWhatTellsOfMisconduct(String name, String tag, String value, boolean leftOut) {
        var id = new Meter.Id(name, Tags.of(tag, value), null, null, Meter.Type.COUNTER);

        assertThat(CompartmentMeterFilter.tellsOfMisconduct(id)).isEqualTo(leftOut);
    }
}
