package ma.balagh.dispatch.communique;

import java.util.List;
import ma.balagh.dispatch.personaldata.PersonalDataFinding;

/** What was found in texts, by language and in its order. */
record CheckReport(List<PersonalDataFinding> findings) {}
