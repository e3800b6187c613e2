/** Apache Kafka as one KRaft broker in a JVM of its own, with the topics of the suite. */
@NullMarked
package ma.balagh.platform.kafka;

import org.jspecify.annotations.NullMarked;
