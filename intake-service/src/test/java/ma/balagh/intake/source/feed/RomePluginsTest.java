package ma.balagh.intake.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RomePluginsTest {

    @Test
    void registersWhatRomeMakesByNameWhenItReads() throws IOException {
        // Given
        Set<String> plugins = new TreeSet<>();
        for (String list :
                RomePlugins.class.getAnnotation(RegisterResources.class).globs()) {
            for (URL url : Collections.list(SyndFeedInput.class.getClassLoader().getResources(list))) {
                var properties = new Properties();
                try (var stream = url.openStream()) {
                    properties.load(stream);
                }
                properties.stringPropertyNames().stream()
                        .filter(key -> !key.contains("Generator"))
                        .flatMap(key -> Arrays.stream(
                                properties.getProperty(key).strip().split("[\\s,]+")))
                        .forEach(plugins::add);
            }
        }
        // Then
        assertThat(RomePlugins.class.getAnnotation(RegisterForReflection.class).classNames())
                .containsExactlyInAnyOrderElementsOf(plugins);
    }
}
