package ma.balagh.platform.kafka;

import java.io.IOException;
import kafka.Kafka;

/** The broker for tests: ends with the JVM that started it, however that one ended. */
public final class KafkaTiedToParent {

    private KafkaTiedToParent() {}

    /** @param arguments the path of {@code server.properties} */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("parent-watch").start(KafkaTiedToParent::haltWithParent);
        Kafka.main(arguments);
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent writes nothing: what counts is the end of the stream.
            }
        } catch (IOException e) {
            // A broken pipe is an ended parent, too.
        }
        Runtime.getRuntime().halt(0);
    }
}
