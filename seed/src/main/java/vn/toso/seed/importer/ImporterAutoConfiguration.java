package vn.toso.seed.importer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import vn.toso.domain.table.RowReader;

/** Every installation reads the lists of its communes. */
@AutoConfiguration
class ImporterAutoConfiguration {

    @Bean
    @Order(1)
    RowReader xlsxRows() {
        return new XlsxRows();
    }

    /** Last, since anything may be text. */
    @Bean
    @Order(2)
    RowReader csvRows() {
        return new CsvRows();
    }
}
