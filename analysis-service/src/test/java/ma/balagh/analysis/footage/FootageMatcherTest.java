package ma.balagh.analysis.footage;

import static ma.balagh.analysis.footage.Clips.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import org.junit.jupiter.api.Test;

class FootageMatcherTest {

    private static final FootageConfig CONFIG =
            new SmallRyeConfigBuilder().withMapping(FootageConfig.class).build().getConfigMapping(FootageConfig.class);

    private final InMemoryFootageIndex library = new InMemoryFootageIndex(CONFIG);

    @Test
    void saysOfACopyThatItsMotionAgrees() {
        library.add(UUID.randomUUID(), Clips.query(moving(0, 80)));

        FootageMatch match = onlyMatch(Clips.query(moving(0, 80)));

        assertThat(match.kind()).isEqualTo(Kind.COPY);
        assertThat(match.reason()).isEqualTo(MomentsReason.MOTION_AGREES);
        assertThat(match.alterations()).isEmpty();
    }

    @Test
    void namesWhatIsPlayedBackwards() {
        library.add(UUID.randomUUID(), Clips.query(moving(0, 80)));

        FootageMatch match = onlyMatch(Clips.query(moving(0, 80).reversed()));

        assertThat(match.kind()).isEqualTo(Kind.COPY);
        assertThat(match.alterations()).contains(AlterationKind.REVERSED).doesNotContain(AlterationKind.RECUT);
        assertThat(match.spans()).hasSize(1);
        assertThat(match.spans().getFirst().from()).isCloseTo(0, within(0.6));
        assertThat(match.spans().getFirst().to()).isCloseTo(10, within(0.6));
    }

    @Test
    void namesANegative() {
        library.add(UUID.randomUUID(), Clips.query(moving(0, 80)));

        FootageMatch match = onlyMatch(Clips.negative(moving(0, 80)));

        assertThat(match.kind()).isEqualTo(Kind.COPY);
        assertThat(match.alterations()).containsExactly(AlterationKind.INVERTED);
    }

    private FootageMatch onlyMatch(FootageQuery query) {
        List<FootageMatch> matches = library.matches(query);
        assertThat(matches).hasSize(1);
        return matches.getFirst();
    }
}
