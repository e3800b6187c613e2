package ma.balagh.intake.anchor;

import java.io.IOException;

/** An authority that confirms that something existed at a time (RFC 3161). */
interface TimeStampAuthority {

    /**
     * @param request TimeStampReq in DER
     * @return TimeStampResp in DER, not checked yet
     */
    byte[] answer(byte[] request) throws IOException;
}
