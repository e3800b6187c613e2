package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateExtension;

/** Lets templates say {@code state.name} of an enum's constant without reflection, which a native image does not have. */
@TemplateExtension
final class EnumTemplateExtensions {

    private EnumTemplateExtensions() {}

    static String name(Enum<?> constant) {
        return constant.name();
    }
}
