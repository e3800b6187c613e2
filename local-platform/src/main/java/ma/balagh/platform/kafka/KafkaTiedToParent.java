package ma.balagh.platform.kafka;

import kafka.Kafka;
import ma.balagh.platform.process.ParentWatch;

/** The broker for tests: ends with the JVM that started it. */
public final class KafkaTiedToParent {

    private KafkaTiedToParent() {}

    /** @param arguments the path of {@code server.properties} */
    public static void main(String[] arguments) {
        ParentWatch.begin();
        Kafka.main(arguments);
    }
}
