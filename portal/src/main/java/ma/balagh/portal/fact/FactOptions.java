package ma.balagh.portal.fact;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the fields of a proposal offer. Templates say {@code inject:factOptions}. */
@Named("factOptions")
@ApplicationScoped
@TemplateData
public class FactOptions {

    public List<OffenceKindCode> offences() {
        return OffenceKindCode.all();
    }

    public List<WeaponKindCode> weapons() {
        return WeaponKindCode.all();
    }

    public List<VehicleKindCode> vehicles() {
        return VehicleKindCode.all();
    }

    public List<PlaceCertaintyCode> certainties() {
        return PlaceCertaintyCode.all();
    }
}
