package org.oneseal.catalog.web;

import java.time.LocalDate;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.module.SimpleModule;

/** Days in bodies, paths and parameters are days that a calendar may have. */
@Configuration
class StrictDates implements WebMvcConfigurer {

    @Bean
    JsonMapperBuilderCustomizer strictDate() {
        return mapper ->
                mapper.addModule(
                        new SimpleModule("strict-date")
                                .addDeserializer(LocalDate.class, new StrictDate()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new DateParameters());
    }
}
