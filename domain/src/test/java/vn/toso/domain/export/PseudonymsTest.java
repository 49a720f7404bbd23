package vn.toso.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.toso.domain.world.Names;

class PseudonymsTest {

    @Test
    void a_pseudonym_leads_back_to_its_id_only_with_the_key() {
        Pseudonyms ours = new Pseudonyms(new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;
        UUID id = Names.household("one").value();

        assertThat(ours.id(ours.block(id))).isEqualTo(id);
        assertThat(new Pseudonyms(other).of(id)).isNotEqualTo(ours.of(id));
        assertThat(ours.of(id)).isNotEqualTo(ours.of(Names.household("two").value()));
    }
}
