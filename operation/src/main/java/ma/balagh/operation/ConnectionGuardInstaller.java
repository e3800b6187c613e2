package ma.balagh.operation;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Has each connection that the server accepts watched by a {@link ConnectionGuard}. Neither Quarkus nor Vert.x lets an
 * application at a connection before its first request is there, so this asks Netty for the channels that accept.
 */
@Singleton
class ConnectionGuardInstaller {

    private static final String NAME = "balagh-connections";

    private final VertxInternal vertx;
    private final ConnectionConfig config;
    private final ConnectionLimiter limiter;
    private final ConnectionMetrics metrics;

    ConnectionGuardInstaller(
            Vertx vertx, ConnectionConfig config, ConnectionLimiter limiter, ConnectionMetrics metrics) {
        this.vertx = (VertxInternal) vertx;
        this.config = config;
        this.limiter = limiter;
        this.metrics = metrics;
    }

    void install(@ObservesAsync HttpServerStart start) {
        install();
    }

    void installEncrypted(@ObservesAsync HttpsServerStart start) {
        install();
    }

    private void install() {
        vertx.getAcceptorEventLoopGroup()
                .forEach(loop -> loop.execute(() -> ((SingleThreadEventLoop) loop)
                        .registeredChannelsIterator()
                        .forEachRemaining(this::install)));
    }

    private void install(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, new Accepting());
        }
    }

    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object accepted) {
            ((Channel) accepted).pipeline().addFirst(new ConnectionGuard(config, limiter, metrics));
            ctx.fireChannelRead(accepted);
        }
    }
}
