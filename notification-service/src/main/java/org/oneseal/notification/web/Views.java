package org.oneseal.notification.web;

import java.net.URI;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.oneseal.notification.feed.FedEvent;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.Template;
import org.oneseal.notification.web.SubscriptionBodies.DeadLetterView;
import org.oneseal.notification.web.SubscriptionBodies.HealthView;
import org.oneseal.notification.web.SubscriptionBodies.KeyView;
import org.oneseal.notification.web.SubscriptionBodies.SubscriptionView;
import org.oneseal.notification.webhooks.Deliveries;
import org.oneseal.notification.webhooks.SigningKey;
import org.oneseal.notification.webhooks.Webhook;
import org.oneseal.platform.region.RegionCode;

/** What is shown of subscriptions, events and templates; it differs from them by shape only. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        implementationName = "<CLASS_NAME>ByMapStruct",
        unmappedTargetPolicy = ReportingPolicy.ERROR)
interface Views {

    @Mapping(target = "specversion", constant = "1.0")
    @Mapping(target = "dataschema", expression = "java(event.schema())")
    @Mapping(target = "datacontenttype", constant = "application/json")
    @Mapping(target = "recordedat", source = "recordedAt")
    EventView event(FedEvent event);

    @Mapping(target = "number", source = "no")
    DeadLetterView deadLetter(Deliveries.DeadLetter letter);

    HealthView health(Deliveries.Health health);

    @Mapping(target = "keyId", source = "id")
    KeyView key(SigningKey key);

    /** Without its health, which nobody asked for. */
    @Mapping(target = "version", source = "chain.sequence")
    @Mapping(target = "pauseCause", source = "cause")
    @Mapping(target = "health", ignore = true)
    SubscriptionView subscription(Webhook webhook);

    @Mapping(target = "version", source = "webhook.chain.sequence")
    @Mapping(target = "pauseCause", source = "webhook.cause")
    @Mapping(target = "health", source = "health")
    SubscriptionView subscription(Webhook webhook, Deliveries.Health health);

    @Mapping(target = "version", source = "chain.sequence")
    @Mapping(target = "kind", source = "kind", qualifiedByName = "code")
    @Mapping(target = "titleZh", source = "chinese.title")
    @Mapping(target = "bodyZh", source = "chinese.body")
    @Mapping(target = "titleEn", source = "english.title")
    @Mapping(target = "bodyEn", source = "english.body")
    @Mapping(target = "variables", source = "kind", qualifiedByName = "variables")
    TemplateView template(Template template);

    default String region(RegionCode region) {
        return region.value();
    }

    default String address(URI address) {
        return address.toString();
    }

    @Named("code")
    default String code(MessageKind kind) {
        return kind.code();
    }

    @Named("variables")
    default List<String> variables(MessageKind kind) {
        return kind.variables().stream().sorted().toList();
    }
}
