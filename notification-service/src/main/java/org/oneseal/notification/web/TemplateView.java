package org.oneseal.notification.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.inbox.Template;

/** A template with the names it may use. */
record TemplateView(
        String id,
        long version,
        String state,
        String kind,
        String region,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        String titleZh,
        String bodyZh,
        String titleEn,
        String bodyEn,
        List<String> variables) {

    static TemplateView of(Template template) {
        return new TemplateView(
                template.id(),
                template.chain().sequence(),
                template.state().name(),
                template.kind().code(),
                template.region().value(),
                template.effectiveFrom(),
                template.effectiveTo(),
                template.chinese().title(),
                template.chinese().body(),
                template.english().title(),
                template.english().body(),
                template.kind().variables().stream().sorted().toList());
    }
}
