package ma.balagh.portal.incident;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dispatcher's desk: how it refreshes, its keys, its map. */
@MessageBundle("desk")
public interface DeskMessages {

    String streaming();

    String polling();

    String chosen();

    String choose();

    String whole_page();

    String further_units(int number);

    String keys();

    String keys_title();

    String keys_text();

    String keys_on();

    String key_next();

    String key_previous();

    String key_open();

    String key_assign();

    String key_assign_confirm();

    String key_help();

    String close();

    String zoom_in();

    String zoom_out();

    String pan_north();

    String pan_south();

    String pan_west();

    String pan_east();

    String whole();

    String map_view();

    String ground_coast();

    String ground_tiles();

    String map_text();

    String tiles_unusable();

    String close_road();

    String close_road_done();

    String close_area();

    String secure_place();

    String secure_cancel();
}
