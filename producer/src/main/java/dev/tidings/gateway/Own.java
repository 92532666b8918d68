package dev.tidings.gateway;

import dev.tidings.party.Relationship;
import java.util.List;

/**
 * An update to which a publisher may add versions.
 *
 * @param version the highest there is
 * @param killed whether it stands in no relationship any more
 * @param relationships in which it stands; of one that is killed, in which it stood
 */
record Own(String uri, int version, boolean killed, List<Relationship> relationships) {

  Own {
    relationships = List.copyOf(relationships);
  }

  static Own of(String uri, Stand stand) {
    return new Own(uri, stand.highest(), stand.alive().isEmpty(), stand.relationships());
  }
}
