package ma.balagh.intake.evidence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Access to the bucket. The client is made at its first use, which takes a second that users of a directory never pay.
 */
@ApplicationScoped
class BucketClient {

    private final S3Config config;
    private final AwsCredentialsProvider credentials;
    private final S3Client client;
    private @Nullable S3Presigner presigner;

    BucketClient(S3Config config) {
        this.config = config;
        this.credentials = credentials(config);
        this.client = client(config, credentials);
    }

    @PreDestroy
    synchronized void close() {
        client.close();
        if (presigner != null) {
            presigner.close();
        }
    }

    S3Client client() {
        return client;
    }

    String bucket() {
        return config.bucket()
                .orElseThrow(() -> new IllegalStateException(
                        "balagh.evidence.s3.bucket is missing, which the evidence store s3 needs"));
    }

    /** Asks whether the bucket is there, briefly. */
    void check() {
        client.headBucket(request ->
                request.bucket(bucket()).overrideConfiguration(call -> call.apiCallTimeout(config.checkTime())));
    }

    /** An address that anybody may read the object under, for a short while. */
    URI presigned(GetObjectRequest object) {
        return URI.create(presigner()
                .presignGetObject(request -> request.getObjectRequest(object).signatureDuration(config.presignedFor()))
                .url()
                .toExternalForm());
    }

    private synchronized S3Presigner presigner() {
        if (presigner == null) {
            S3Presigner.Builder builder = S3Presigner.builder()
                    .region(Region.of(config.region()))
                    .credentialsProvider(credentials)
                    .serviceConfiguration(service(config));
            config.publicEndpoint().or(config::endpoint).ifPresent(builder::endpointOverride);
            presigner = builder.build();
        }
        return presigner;
    }

    private static AwsCredentialsProvider credentials(S3Config config) {
        Optional<String> key = config.accessKeyId();
        Optional<String> secret = config.secretAccessKey();
        if (key.isPresent() != secret.isPresent()) {
            throw new IllegalStateException(
                    "balagh.evidence.s3.access-key-id and secret-access-key belong together: one is missing");
        }
        return key.<AwsCredentialsProvider>map(
                        id -> StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret.orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static S3Client client(S3Config config, AwsCredentialsProvider credentials) {
        var builder = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(service(config))
                // Digests are ours to give and to check; stores other than Amazon's stumble over the SDK's own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(config.attempts())
                        .build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.connectTime())
                        .socketTimeout(config.answerTime()));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static S3Configuration service(S3Config config) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(config.pathStyle())
                .chunkedEncodingEnabled(false)
                .build();
    }
}
