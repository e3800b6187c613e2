package ma.balagh.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Answers a head that the decoder refuses, such as one with control characters, or an address that is no URI, with a
 * problem (RFC 9457). Vert.x and Quarkus would send a status alone, and let nobody set another handler for it.
 * The connection ends then: nobody knows where the next request begins.
 */
final class MalformedHeadHandler extends ChannelInboundHandlerAdapter {

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request
                && request.decoderResult().isFailure()) {
            refuse(ctx, request, answer(request.decoderResult().cause()));
        } else if (message instanceof HttpRequest request && !isUri(request.uri())) {
            refuse(ctx, request, invalid("address"));
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void refuse(ChannelHandlerContext ctx, HttpRequest request, DefaultFullHttpResponse answer) {
        refused = true;
        ReferenceCountUtil.release(request);
        ctx.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static DefaultFullHttpResponse answer(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                answer(HttpResponseStatus.REQUEST_URI_TOO_LONG, "uri-too-long", "The address is too long", "address");
            case TooLongHttpHeaderException _ ->
                answer(
                        HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                        "headers-too-large",
                        "The headers are too large",
                        "headers");
            default -> invalid("headers");
        };
    }

    private static DefaultFullHttpResponse invalid(String field) {
        return answer(HttpResponseStatus.BAD_REQUEST, "bad-request", "The request is not valid", field);
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status, String slug, String title, String field) {
        var body = """
                {"type":"/problems/%s","title":"%s","status":%d,"detail":"see the violations","violations":\
                [{"field":"%s","message":"must be as RFC 9112 and RFC 3986 say, without control characters, and not too long"}]}""".formatted(slug, title, status.code(), field).getBytes(UTF_8);
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
