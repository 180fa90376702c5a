package org.oneseal.notification.inbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells those concerned; an occasion that was told of already is not told again. */
@Component
public class SendMessages {

    private static final String TOPIC = "oneseal.notification.v1";

    private final Templates templates;
    private final Messages messages;
    private final Announcements announcements;
    private final FurtherChannel further;
    private final InstantSource time;

    SendMessages(
            Templates templates,
            Messages messages,
            Announcements announcements,
            FurtherChannel further,
            InstantSource time) {
        this.templates = templates;
        this.messages = messages;
        this.announcements = announcements;
        this.further = further;
        this.time = time;
    }

    @Transactional
    public void send(List<Occasion> occasions) {
        if (occasions.isEmpty()) return;
        List<Template> known =
                templates.ofKinds(
                        occasions.stream().map(Occasion::kind).collect(Collectors.toSet()));
        List<Message> rendered = new ArrayList<>();
        for (Occasion occasion : occasions) {
            Template.choose(known, occasion.kind(), occasion.region(), occasion.recordedAt())
                    .ifPresent(template -> rendered.add(Message.of(occasion, template)));
        }
        Set<String> fresh = messages.deliver(rendered);
        List<Message> news =
                rendered.stream().filter(message -> fresh.contains(message.id())).toList();
        further.send(news, time.instant());
        announcements.announce(news.stream().map(SendMessages::announcement).toList());
    }

    private static Announcement announcement(Message message) {
        @Nullable String department =
                message.recipient() instanceof Recipient.Officers officers
                        ? officers.department()
                        : null;
        return new Announcement(
                TOPIC,
                message.id(),
                message.delivered().type(),
                message.id(),
                1,
                message.createdAt(),
                message.region().value(),
                department,
                message.delivered());
    }
}
