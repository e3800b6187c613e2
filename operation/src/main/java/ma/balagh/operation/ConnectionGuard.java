package ma.balagh.operation;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import ma.balagh.operation.ConnectionMetrics.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection, on its event loop, and closes it when its peer is too slow: before its first request head is
 * complete (a TLS handshake included), within a later one, within a body, or in taking an answer. An idle timeout of the
 * server would be put off by each single byte.
 *
 * <p>First in the pipeline, where it sees that bytes come; what they are it sees just before Vert.x's own handler.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    /** Names of Vert.x's handlers. */
    private static final String TLS = "ssl";

    private static final String DECODER = "httpDecoder";
    private static final String HANDLER = "handler";

    private static final long TICK = TimeUnit.SECONDS.toNanos(1);

    private final ConnectionConfig config;
    private final ConnectionLimiter limiter;
    private final ConnectionMetrics metrics;

    @SuppressWarnings("NullAway.Init") // by channelActive
    private ChannelHandlerContext context;

    @SuppressWarnings("NullAway.Init") // by channelActive
    private Future<?> ticks;

    @SuppressWarnings("NullAway.Init") // by channelActive
    private Object client;

    private boolean counted;

    /** When the wait for the present head began; the head itself has begun, or has to begin at once. */
    private long since;

    private boolean headBegun = true;

    private int unanswered;
    private boolean bodyOpen;
    private boolean isToldToWait;
    private long bodyBytes;
    private long bodyWaited;
    private long checked;

    private @Nullable Object written;
    private long writtenProgress;
    private long stalled;

    ConnectionGuard(ConnectionConfig config, ConnectionLimiter limiter, ConnectionMetrics metrics) {
        this.config = config;
        this.limiter = limiter;
        this.metrics = metrics;
    }

    Object client() {
        return client;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        client = ConnectionLimiter.clientOf(ctx.channel().remoteAddress());
        since = System.nanoTime();
        checked = since;
        ticks = ctx.executor().scheduleAtFixedRate(this::check, TICK, TICK, TimeUnit.NANOSECONDS);
        counted = true;
        metrics.opened();
        var excess = limiter.opened(this);
        if (excess != null) {
            excess.cut(Reason.LIMIT);
        }
        if (ctx.pipeline().get(TLS) == null) {
            watchRequests();
        } else {
            ctx.pipeline().addAfter(TLS, null, new HandshakeEnd());
        }
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (counted) {
            counted = false;
            ticks.cancel(false);
            limiter.ended(this);
            metrics.ended();
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (!headBegun && isIdle()) {
            headBegun = true;
            since = System.nanoTime();
        }
        ctx.fireChannelRead(bytes);
    }

    /** A connection that is not HTTP/1.1 is never seen to have a head, and ends in time. */
    private void watchRequests() {
        var pipeline = context.pipeline();
        if (pipeline.get(DECODER) != null && pipeline.get(HANDLER) != null) {
            pipeline.addBefore(HANDLER, null, new MalformedHeadHandler());
            pipeline.addBefore(HANDLER, null, new Requests());
        }
    }

    private boolean isIdle() {
        return unanswered == 0 && !bodyOpen;
    }

    private void check() {
        long now = System.nanoTime();
        long passed = now - checked;
        checked = now;
        if (bodyOpen) {
            checkBody(passed);
        } else if (unanswered > 0) {
            checkAnswer(passed);
        } else if (headBegun && now - since > config.headTimeout().toNanos()) {
            cut(Reason.HEAD);
        } else if (!headBegun && now - since > config.keepAlive().toNanos()) {
            context.close();
        }
    }

    /** What the server does not read at the moment, and has not asked for, it does not wait for. */
    private void checkBody(long passed) {
        if (context.channel().config().isAutoRead() && !isToldToWait) {
            bodyWaited += passed;
        }
        double seconds = (bodyWaited - config.bodyGrace().toNanos()) / 1e9;
        if (bodyBytes < seconds * config.bodyRate().asLongValue()) {
            cut(Reason.BODY);
        }
    }

    private void checkAnswer(long passed) {
        var buffer = context.channel().unsafe().outboundBuffer();
        var current = buffer == null ? null : buffer.current();
        long progress = current == null ? 0 : buffer.currentProgress();
        stalled = current != null && current == written && progress == writtenProgress ? stalled + passed : 0;
        written = current;
        writtenProgress = progress;
        if (stalled > config.answerStall().toNanos()) {
            cut(Reason.ANSWER);
        }
    }

    private void cut(Reason reason) {
        metrics.cut(reason);
        context.close();
    }

    private void becomeIdle() {
        if (isIdle()) {
            headBegun = false;
            since = System.nanoTime();
            limiter.waits(this);
        }
    }

    /** Vert.x sets up HTTP when the handshake is done, and keeps that to itself. */
    private final class HandshakeEnd extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            ctx.fireUserEventTriggered(event);
            if (context.pipeline().get(HANDLER) != null) {
                watchRequests();
                ctx.pipeline().remove(this);
            }
        }
    }

    /** Sees requests and answers. */
    private final class Requests extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpRequest request) {
                begin(request);
            }
            if (message instanceof HttpContent content) {
                bodyBytes += content.content().readableBytes();
                isToldToWait &= bodyBytes == 0;
                if (content instanceof LastHttpContent) {
                    bodyOpen = false;
                    becomeIdle();
                }
            }
            ctx.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                isToldToWait = false;
                ctx.write(message, promise);
            } else if (message instanceof LastHttpContent) {
                ctx.write(message, promise.unvoid().addListener(_ -> end()));
            } else {
                ctx.write(message, promise);
            }
        }

        private void begin(HttpRequest request) {
            if (isIdle()) {
                limiter.works(ConnectionGuard.this);
            }
            unanswered++;
            bodyOpen = true;
            bodyBytes = 0;
            bodyWaited = 0;
            isToldToWait = HttpUtil.is100ContinueExpected(request);
        }

        private void end() {
            unanswered--;
            becomeIdle();
        }
    }
}
