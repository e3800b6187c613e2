import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;

/** A partner that files reports with films, as many at once as it is asked to. */
final class BurstPartner {

    private static final long START = System.nanoTime();
    private static final SuiteClient CLIENT = new SuiteClient(Burst.PORT_OFFSET);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private BurstPartner() {}

    static String post(String partner, String text, String link) throws Exception {
        String media = link == null ? "" : ", \"mediaUrls\": [\"" + link + "\"]";
        var request = HttpRequest.newBuilder(CLIENT.uri(Target.INTAKE, "/api/v1/reports"))
                .header("Authorization", "Bearer " + CLIENT.token(partner))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"channel\": \"SOCIAL\", \"jurisdiction\": \"MA-CAS\", \"text\": \"" + text + "\"" + media + "}"))
                .build();
        return SuiteClient.json().readTree(sent(request)).path("id").asText();
    }

    static void upload(String partner, String report, byte[] bytes) throws Exception {
        sent(HttpRequest.newBuilder(CLIENT.uri(Target.INTAKE, "/api/v1/reports/" + report + "/media"))
                .header("Authorization", "Bearer " + CLIENT.token(partner))
                .header("Content-Type", "video/mp4")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    private static byte[] sent(HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 201) {
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + said);
        }
        return answer.body();
    }

    static String text(int number) {
        return "شوفو هاد الفيديو: سرقة تحت التهديد بالسكين في شارع الزرقطوني، رسالة " + number;
    }

    /** Begins like an MP4 and shows nothing: the way there is measured, and not the laboratory. */
    static byte[] other(String name) {
        var bytes = new byte[200_000];
        new Random(name.hashCode() * 31L + START).nextBytes(bytes);
        byte[] head = "\0\0\0\u0018ftypisom\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
