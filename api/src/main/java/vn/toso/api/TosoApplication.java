package vn.toso.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The executable: a node of Tổ Số. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TosoApplication {

    public static void main(String[] args) {
        SpringApplication.run(TosoApplication.class, args);
    }
}
