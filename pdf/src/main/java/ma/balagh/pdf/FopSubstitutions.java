package ma.balagh.pdf;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Map;
import org.openpdf.text.pdf.BaseFont;

/**
 * For native images, whose classes are all linked when they are built: OpenPDF can let Apache FOP choose glyphs. FOP is
 * no dependency of ours, and OpenPDF calls it only where it is present.
 */
@TargetClass(className = "org.openpdf.text.pdf.FopGlyphProcessor")
final class FopSubstitutions {

    private FopSubstitutions() {}

    @Substitute
    public static byte[] convertToBytesWithGlyphs(
            BaseFont font, String text, String fileName, Map<Integer, int[]> longTag, String language) {
        throw new UnsupportedOperationException("needs Apache FOP, which is not there");
    }
}
