package ma.balagh.platform.kafka;

import kafka.Kafka;
import ma.balagh.platform.process.ParentProcessWatcher;

/** The broker for tests: ends with the JVM that started it. */
public final class KafkaTestProgram {

    private KafkaTestProgram() {}

    /** @param arguments the path of {@code server.properties} */
    public static void main(String[] arguments) {
        ParentProcessWatcher.begin();
        Kafka.main(arguments);
    }
}
