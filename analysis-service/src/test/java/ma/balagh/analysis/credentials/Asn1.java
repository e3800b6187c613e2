package ma.balagh.analysis.credentials;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes DER (ITU-T X.690), for certificates and time stamps of our own. */
final class Asn1 {

    private Asn1() {}

    static byte[] value(int tag, byte[]... parts) {
        byte[] content = joined(parts);
        var bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (content.length < 0x80) {
            bytes.write(content.length);
        } else {
            bytes.write(0x82);
            bytes.write(content.length >> 8);
            bytes.write(content.length);
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return value(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return value(0x31, parts);
    }

    static byte[] part(int number, byte[]... parts) {
        return value(0xA0 + number, parts);
    }

    static byte[] octets(byte[] bytes) {
        return value(4, bytes);
    }

    static byte[] bits(byte[] bytes) {
        return value(3, new byte[1], bytes);
    }

    static byte[] integer(long number) {
        return value(2, BigInteger.valueOf(number).toByteArray());
    }

    static byte[] yes() {
        return value(1, new byte[] {-1});
    }

    static byte[] identifier(String oid) {
        var bytes = new ByteArrayOutputStream();
        String[] arcs = oid.split("[.]");
        bytes.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int k = 2; k < arcs.length; k++) {
            long arc = Long.parseLong(arcs[k]);
            for (int shift = 63; shift > 0; shift -= 7) {
                if (arc >> shift != 0) {
                    bytes.write((int) (arc >> shift & 0x7F | 0x80));
                }
            }
            bytes.write((int) (arc & 0x7F));
        }
        return value(6, bytes.toByteArray());
    }

    static byte[] time(Instant time) {
        String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(time);
        return value(0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] name(String organisation, String common) {
        return sequence(
                set(sequence(identifier("2.5.4.10"), value(0x0C, organisation.getBytes(StandardCharsets.UTF_8)))),
                set(sequence(identifier("2.5.4.3"), value(0x0C, common.getBytes(StandardCharsets.UTF_8)))));
    }
}
