package ma.balagh.manifests;

import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;

/** Amounts of resources as Kubernetes writes them, such as {@code 250m} and {@code 2Gi}. */
final class Amounts {

    private Amounts() {}

    static boolean isOne(String text) {
        try {
            Quantity.fromString(text);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Nothing for what is no amount: the strict reading tells of that. */
    static BigDecimal of(String text) {
        try {
            return Quantity.fromString(text).getNumber();
        } catch (RuntimeException e) {
            return BigDecimal.ZERO;
        }
    }
}
