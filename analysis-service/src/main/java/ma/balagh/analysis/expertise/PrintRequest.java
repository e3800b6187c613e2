package ma.balagh.analysis.expertise;

import java.time.Instant;
import ma.balagh.analysis.finding.FindingTexts.Language;

/**
 * Who prints the report, when and why.
 *
 * @param by user name
 * @param digest SHA-256 of what is told, in hexadecimal digits: the tag under which the dossier is shown to the same person
 */
record PrintRequest(Language language, String by, String purpose, Instant at, String digest) {}
