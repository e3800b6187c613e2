package ma.balagh.intake.evidence;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;
import software.amazon.awssdk.http.auth.aws.crt.internal.signer.DefaultAwsCrtV4aHttpSigner;

/**
 * For native images, whose classes are all linked when they are built: Amazon's SDK can call a native library (CRT) for
 * checksums and a signature that we do not use. It is no dependency of ours, so its callers end here.
 */
final class AwsCrtSubstitutions {

    private static final String REFUSAL = "needs software.amazon.awssdk.crt, which is not there";

    private AwsCrtSubstitutions() {}

    @TargetClass(className = "software.amazon.awssdk.http.auth.aws.internal.signer.util.OptionalDependencyLoaderUtil")
    static final class Signers {

        private Signers() {}

        @Substitute
        public static DefaultAwsCrtV4aHttpSigner getDefaultAwsCrtV4aHttpSigner() {
            throw new UnsupportedOperationException(REFUSAL);
        }
    }

    @TargetClass(className = "software.amazon.awssdk.checksums.internal.ChecksumProvider")
    static final class Checksums {

        private Checksums() {}

        @Substitute
        static @Nullable SdkChecksum createCrtCrc32C() {
            // The SDK then reckons it itself.
            return null;
        }

        @Substitute
        static SdkChecksum crc64NvmeCrtImplementation() {
            throw new UnsupportedOperationException(REFUSAL);
        }

        @Substitute
        static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
            throw new UnsupportedOperationException(REFUSAL);
        }
    }
}
