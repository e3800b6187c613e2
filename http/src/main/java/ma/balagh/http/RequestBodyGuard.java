package ma.balagh.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses a body that is missing, no JSON or, before it fills the memory, too large. Streamed bodies pass. */
@Provider
class RequestBodyGuard implements ReaderInterceptor {

    private final long maxBytes;

    /** @param maxSize {@code balagh.http.max-body-size}: the most that a body may have that is read as a whole */
    RequestBodyGuard(@ConfigProperty(name = "balagh.http.max-body-size", defaultValue = "1M") MemorySize maxSize) {
        this.maxBytes = maxSize.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == InputStream.class) {
            return context.proceed();
        }
        requireJson(context);
        context.setInputStream(new Limited(context.getInputStream(), maxBytes));
        @Nullable Object body = context.proceed();
        if (body == null) {
            throw CommonProblem.invalid(Violation.required(JsonFaultMapper.BODY, "must not be empty"));
        }
        return body;
    }

    /** Text would be taken for what has a single field of text. */
    private static void requireJson(ReaderInterceptorContext context) {
        if (!context.getHeaders().containsKey(HttpHeaders.CONTENT_TYPE) || !isJson(context.getMediaType())) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because("send " + MediaType.APPLICATION_JSON);
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getType().equalsIgnoreCase("application")
                && type.getSubtype().equalsIgnoreCase("json");
    }

    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long left;

        Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw CommonProblem.PAYLOAD_TOO_LARGE.because("at most " + limit + " bytes are taken here");
            }
        }
    }
}
