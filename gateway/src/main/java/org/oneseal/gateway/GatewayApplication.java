package org.oneseal.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        if (Boolean.parseBoolean(System.getenv("ONESEAL_JSON_LOGS"))) {
            application.setDefaultProperties(Map.of("logging.structured.format.console", "ecs"));
        }
        application.run(args);
    }
}
