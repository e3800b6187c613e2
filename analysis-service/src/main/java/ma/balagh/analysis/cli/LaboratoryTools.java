package ma.balagh.analysis.cli;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import ma.balagh.analysis.examination.MediumAnalyzer;
import ma.balagh.analysis.footage.FootageConfig;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.footage.InMemoryFootageIndex;
import ma.balagh.analysis.media.MediaConfig;
import ma.balagh.analysis.media.MediaReader;

/**
 * What the commands work with, configured as the service is: by properties of the system and the environment.
 *
 * @param desk examines files
 * @param library compares them
 */
record LaboratoryTools(FileExaminer desk, InMemoryFootageIndex library) {

    private static final int CONVERTER_PRIORITY = 100;

    /** @param closeLook whether files are compared by local features, too */
    static LaboratoryTools configured(boolean closeLook) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withConverter(MemorySize.class, CONVERTER_PRIORITY, new MemorySizeConverter())
                .withDefaultValue("balagh.footage.close-look", Boolean.toString(closeLook))
                .withMapping(MediaConfig.class)
                .withMapping(FootageConfig.class)
                .build();
        var media = new MediaReader(config.getConfigMapping(MediaConfig.class));
        var footage = config.getConfigMapping(FootageConfig.class);
        var laboratory = new MediumAnalyzer(media, () -> new FootageRecorder(footage.quality()), Clock.systemUTC());
        return new LaboratoryTools(new FileExaminer(media, laboratory), new InMemoryFootageIndex(footage));
    }
}
