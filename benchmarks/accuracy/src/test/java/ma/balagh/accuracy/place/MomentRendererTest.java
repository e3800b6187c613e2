package ma.balagh.accuracy.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.accuracy.media.VideoClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentRendererTest {

    @TempDir
    Path folder;

    @Test
    void drawsTheSameMomentAgain() throws Exception {
        Path one = draw("one", DrawnMoment.ROBBERY);
        Path two = draw("two", DrawnMoment.ROBBERY);

        assertThat(two).hasSameBinaryContentAs(one);
        assertThat(one.getFileName()).hasToString("drawn-shop.robbery.mp4");
        assertThat(VideoClip.of(one).seconds()).isEqualTo(DrawnMoment.SECONDS);
    }

    @Test
    void actsARobberyTwiceAtAnotherPace() {
        assertThat(DrawnMoment.ROBBERY.actors()).hasSameSizeAs(DrawnMoment.ROBBERY_ACTED_AGAIN.actors());
        for (int actor = 0; actor < DrawnMoment.ROBBERY.actors().size(); actor++) {
            assertThat(DrawnMoment.ROBBERY.actors().get(actor).at(3))
                    .isNotEqualTo(
                            DrawnMoment.ROBBERY_ACTED_AGAIN.actors().get(actor).at(3));
        }
    }

    @Test
    void movesActorsAlongTheirWays() {
        MovingSprite actor = MovingSprite.passing((picture, seconds) -> {}, 1, 3, 0, 1, 0.5);

        assertThat(actor.at(0).x()).isZero();
        assertThat(actor.at(2).x()).isEqualTo(0.5);
        assertThat(actor.at(9).x()).isEqualTo(1);
    }

    private Path draw(String name, DrawnMoment moment) throws Exception {
        Path made = Files.createDirectory(folder.resolve(name));
        new MomentRenderer(PlaceBackground.shop(), moment).render(made);
        return made.resolve("drawn-shop." + moment.label() + ".mp4");
    }
}
