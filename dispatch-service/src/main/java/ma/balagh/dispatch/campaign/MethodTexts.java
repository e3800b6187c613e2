package ma.balagh.dispatch.campaign;

import ma.balagh.dispatch.TranslatedText;

/** How the figures are made, for everybody; a line for each statement. */
final class MethodTexts {

    static final TranslatedText OF_FIGURES = new TranslatedText("""
            يُحسب كل إبلاغ في المدينة التي يخصها وفي الشهر الذي حدث فيه الأمر: تلقيه، أو أول خبرة على تسجيلاته، أو الجواب عنه. والجواب الذي تغيّر مضمونه يُحسب مرة أخرى في شهر تغيّره.
            لا يُنشر الشهر إلا مرة واحدة، بعد عشرة أيام على الأقل من نهايته، ولا يُغيَّر بعد ذلك.
            حمايةً للأشخاص، يُضاف إلى كل عدد خطأ عشوائي صغير قبل نشره، بما في ذلك الأصفار، ثم يُقرّب إلى أقرب مضاعف لخمسة. في 95 حالة من 100 لا يتجاوز الخطأ ستة في عدد واحد لشهر واحد، ويكبر في المجاميع.
            ما يقل عن عشرة لا يُنشر. ولأن لكل عدد خطأه الخاص، فمجموع المدن لا يساوي عدد البلد بالضبط.
            "في الانتظار" هو ما لم يُجب عنه في نهاية الشهر. و"أجوبة أخرى" هي ما لا يخص هذه الخدمة، وما تعذر الحصول على تسجيله، وما أُحيل على سلطة مختصة أخرى.
            الآجال مقرّبة إلى درجات متباعدة، ولا تُنشر إلا إذا كان عدد القياسات كافيا: نحو 20 للوسيط ونحو 100 لأجل 95%.""", """
            Chaque signalement est compté dans la ville dont il relève et dans le mois où le fait a eu lieu : sa réception, la première expertise d’un de ses enregistrements, sa réponse. Une réponse dont le sens change est comptée à nouveau, dans le mois du changement.
            Un mois est publié une seule fois, au moins dix jours après sa fin, et n’est plus modifié.
            Pour protéger les personnes, une petite erreur aléatoire est ajoutée à chaque nombre avant sa publication, zéros compris, puis il est arrondi au multiple de cinq le plus proche. Dans 95 cas sur 100, l’erreur ne dépasse pas six pour un nombre d’un seul mois ; elle est plus grande pour les sommes.
            Un nombre inférieur à dix n’est pas publié. Chaque nombre ayant sa propre erreur, la somme des villes n’est pas exactement le nombre du pays.
            « En attente » : sans réponse à la fin du mois. « Autres réponses » : ce qui ne relève pas de ce service, ce dont aucun enregistrement n’a pu être obtenu, ce qui a été transmis à une autre autorité compétente.
            Les délais sont arrondis à des paliers espacés et ne sont publiés que si les mesures sont assez nombreuses : environ 20 pour la médiane, environ 100 pour 95 %.""", """
            Each report is counted in the city it belongs to and in the month in which something happened: its receipt, the first examination of one of its recordings, its answer. An answer whose meaning changes is counted again, in the month of the change.
            A month is published once, at least ten days after its end, and never changed afterwards.
            To protect people, a small random error is added to each count before it is published, zeros included, and the count is then rounded to the nearest multiple of five. In 95 of 100 cases the error is at most six for one count of one month; it is larger for sums.
            A count below ten is not published. As each count has an error of its own, the cities do not add up exactly to the country.
            "Waiting" is what had no answer at the end of the month. "Other answers" are what this service is not for, what no recording could be obtained of, and what was handed to another competent authority.
            Times are rounded to widely spaced steps, and published only where enough was measured: about 20 for the median, about 100 for 95 %.""");

    private MethodTexts() {}
}
