package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.TranslatedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where black spots are, for everybody. */
@Schema(name = "PublicBlackSpots")
record PublicSpotListView(
        @Schema(description = "What was known at that moment; another one each month")
        Instant asOf,

        @Schema(description = "By city and name") List<PublicSpotView> items,

        @Schema(description = "What is shown and what is not, in each language")
        TranslatedText method) {

    /** One line for each statement. */
    static final TranslatedText METHOD = new TranslatedText("""
            المناطق المعروضة مساحات واسعة، نحو خمسة كيلومترات مربعة لكل منها، تجمّعت فيها اعتداءات أكدها شخصان: خمسة على الأقل في آخر سنة.
            لا تُعرض أعداد ولا ساعات ولا عناوين، وتُزاح الأماكن قليلا قبل جمعها.
            تدخل منطقة الخريطة حين يُحصى فيها ضعف ذلك العدد، وتخرج منها حين ينزل دونه أو لا يتضاعف طوال سنة: فلا تدخل منطقة ولا تخرج بسبب حالة واحدة.
            الخريطة قديمة بثلاثين يوما على الأقل، ولا تتغير إلا مرة في الشهر. وغياب منطقة عنها لا يعني أنها آمنة.""", """
            Les zones montrées sont vastes, environ cinq kilomètres carrés chacune : des agressions confirmées par deux personnes s’y concentrent, au moins cinq dans la dernière année.
            Ni nombres, ni heures, ni adresses ne sont montrés ; les lieux sont un peu déplacés avant d’être regroupés.
            Une zone entre sur la carte avec le double de ce nombre et en sort en dessous de ce nombre, ou après un an sans l’avoir atteint en double : un cas isolé ne la fait pas entrer et sortir.
            La carte a au moins trente jours et ne change qu’une fois par mois. Une zone absente n’est pas pour autant sûre.""", """
            The areas that are shown are large, about five square kilometres each: offences that two people confirmed cluster there, at least five in the last year.
            No numbers, hours or addresses are shown; places are moved a little before they are put together.
            An area comes onto the map with twice that number, and leaves it below that number or after a year without twice as many: it does not come and go with a single case.
            The map is at least thirty days old and changes once a month. An area that is not on it is not therefore safe.""");

    PublicSpotListView {
        items = List.copyOf(items);
    }
}
