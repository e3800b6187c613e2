package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatARetryCanHelp(Throwable thrown, Failure expected) {
        assertThat(Failure.of(thrown)).isEqualTo(expected);
        assertThat(Failure.of(new RuntimeException("wrapped", thrown))).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new PermanentFailure("no"), Failure.PERMANENT),
                Arguments.of(sql("23505"), Failure.SUSPECT),
                Arguments.of(sql("23503"), Failure.SUSPECT),
                Arguments.of(sql("22001"), Failure.SUSPECT),
                Arguments.of(new IllegalArgumentException("no"), Failure.SUSPECT),
                Arguments.of(new NullPointerException("no"), Failure.SUSPECT),
                Arguments.of(sql("08006"), Failure.TRANSIENT),
                Arguments.of(sql("57P01"), Failure.TRANSIENT),
                Arguments.of(sql("40001"), Failure.TRANSIENT),
                Arguments.of(sql("40P01"), Failure.TRANSIENT),
                Arguments.of(sql("53300"), Failure.TRANSIENT),
                Arguments.of(sql(""), Failure.TRANSIENT),
                Arguments.of(new SocketTimeoutException(), Failure.TRANSIENT),
                Arguments.of(new IllegalStateException("pool is closed"), Failure.TRANSIENT),
                Arguments.of(new AssertionError(), Failure.TRANSIENT));
    }

    @Test
    void aDatabaseThatIsAwayIsTransientHoweverItIsWrapped() {
        assertThat(Failure.of(new IllegalArgumentException("no result", sql("08001"))))
                .isEqualTo(Failure.TRANSIENT);
    }

    @Test
    void givesUpAtOnceAfterSomeAttemptsOrNever() {
        assertThat(Failure.PERMANENT.isFinal(1)).isTrue();
        assertThat(Failure.SUSPECT.isFinal(Failure.SUSPECT_ATTEMPTS - 1)).isFalse();
        assertThat(Failure.SUSPECT.isFinal(Failure.SUSPECT_ATTEMPTS)).isTrue();
        assertThat(Failure.TRANSIENT.isFinal(1_000_000)).isFalse();
    }

    private static SQLException sql(String state) {
        return new SQLException("failed", state);
    }
}
