package org.oneseal.platform.web;

import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.List;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.persistence.Json;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Wires what every HTTP interface of the platform has in common. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
        afterName = {
            "org.oneseal.platform.messaging.MessagingConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        })
@EnableScheduling
public class WebConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Arguments.TYPES.toArray(Class<?>[]::new));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownParameters());
    }

    @Bean
    JsonMapperBuilderCustomizer strictText() {
        return mapper ->
                mapper.addModule(
                        new SimpleModule("strict-text")
                                .addDeserializer(String.class, new StrictText()));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    Problems problems(MessageSource messages) {
        return new Problems(messages);
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper mapper) {
        return new ProblemWriter(problems, mapper);
    }

    @Bean
    ProblemAdvice problemAdvice(
            Problems problems,
            JsonMapper mapper,
            Validator validator,
            ObjectProvider<Rehearsal> rehearsal) {
        return new ProblemAdvice(
                problems, new UnreadableBodies(mapper, validator), rehearsal.getIfAvailable());
    }

    /** Where a service wants it: what is wrong with a body is told with what the rules say. */
    @Bean
    @ConditionalOnProperty("oneseal.web.rules-with-shape")
    Rehearsal rehearsal(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            TransactionTemplate transactions,
            JsonMapper mapper) {
        return new Rehearsal(adapter, transactions, mapper);
    }

    @Bean
    KeepBodies keepBodies() {
        return new KeepBodies();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            @Value("${oneseal.web.max-body:1MB}") DataSize maximum, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new BodyLimit(maximum.toBytes(), problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    IdempotentPosts idempotentPosts(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            InstantSource time,
            JsonMapper mapper,
            Problems problems) {
        return new IdempotentPosts(jdbc, transactions, time, mapper, problems);
    }

    @Bean
    Ids ids(InstantSource time) {
        return new Ids(time);
    }

    @Bean
    Json json() {
        return new Json();
    }

    @Bean
    OperationsApi operationsApi(Subscriptions subscriptions, JdbcTemplate jdbc) {
        return new OperationsApi(subscriptions, jdbc);
    }
}
