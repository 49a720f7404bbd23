package vn.toso.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TosoApplication {
    public static void main(String[] args) {
        SpringApplication.run(TosoApplication.class, args);
    }
}
