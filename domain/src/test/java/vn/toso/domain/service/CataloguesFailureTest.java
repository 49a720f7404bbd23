package vn.toso.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestCatalogue;
import vn.toso.domain.world.TestWorld;

class CataloguesFailureTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_write_is_answered_although_the_rows_could_not_be_read_again() {
        try (Store nowhere = Store.connect("mongodb://127.0.0.1:1/none")) {
            Catalogues catalogues =
                    new Catalogues(new Services(nowhere, new ChangeLog(nowhere, TestWorld.CLOCK), TestWorld.CLOCK));

            assertThatThrownBy(() -> catalogues.refresh().block(SOON)).isNotNull();
            assertThat(catalogues.refreshedAfter(TestCatalogue.SAFE).block(SOON))
                    .isEqualTo(TestCatalogue.SAFE);
        }
    }
}
