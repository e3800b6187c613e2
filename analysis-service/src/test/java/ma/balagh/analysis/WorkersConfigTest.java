package ma.balagh.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import ma.balagh.analysis.examination.ExaminationConfig;
import ma.balagh.analysis.rendition.RenditionConfig;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class WorkersConfigTest {

    @Inject
    ExaminationConfig examinations;

    @Inject
    RenditionConfig renditions;

    @Test
    void letsEachQueueHaveDefaultsOfItsOwn() {
        assertThat(examinations.workers()).isEqualTo(2);
        assertThat(examinations.beat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(renditions.workers()).isEqualTo(1);
        assertThat(renditions.beat()).isEqualTo(Duration.ofSeconds(2));
    }
}
