package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureKindTest {

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatARetryCanHelp(Throwable thrown, FailureKind expected) {
        assertThat(FailureKind.of(thrown)).isEqualTo(expected);
        assertThat(FailureKind.of(new RuntimeException("wrapped", thrown))).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new PermanentFailureException("no"), FailureKind.PERMANENT),
                Arguments.of(sql("23505"), FailureKind.SUSPECT),
                Arguments.of(sql("23503"), FailureKind.SUSPECT),
                Arguments.of(sql("22001"), FailureKind.SUSPECT),
                Arguments.of(new IllegalArgumentException("no"), FailureKind.SUSPECT),
                Arguments.of(new NullPointerException("no"), FailureKind.SUSPECT),
                Arguments.of(sql("08006"), FailureKind.TRANSIENT),
                Arguments.of(sql("57P01"), FailureKind.TRANSIENT),
                Arguments.of(sql("40001"), FailureKind.TRANSIENT),
                Arguments.of(sql("40P01"), FailureKind.TRANSIENT),
                Arguments.of(sql("53300"), FailureKind.TRANSIENT),
                Arguments.of(sql(""), FailureKind.TRANSIENT),
                Arguments.of(new SocketTimeoutException(), FailureKind.TRANSIENT),
                Arguments.of(new IllegalStateException("pool is closed"), FailureKind.TRANSIENT),
                Arguments.of(new AssertionError(), FailureKind.TRANSIENT));
    }

    @Test
    void aDatabaseThatIsAwayIsTransientHoweverItIsWrapped() {
        assertThat(FailureKind.of(new IllegalArgumentException("no result", sql("08001"))))
                .isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void givesUpAtOnceAfterSomeAttemptsOrNever() {
        assertThat(FailureKind.PERMANENT.isFinal(1)).isTrue();
        assertThat(FailureKind.SUSPECT.isFinal(FailureKind.SUSPECT_ATTEMPTS - 1))
                .isFalse();
        assertThat(FailureKind.SUSPECT.isFinal(FailureKind.SUSPECT_ATTEMPTS)).isTrue();
        assertThat(FailureKind.TRANSIENT.isFinal(1_000_000)).isFalse();
    }

    private static SQLException sql(String state) {
        return new SQLException("failed", state);
    }
}
