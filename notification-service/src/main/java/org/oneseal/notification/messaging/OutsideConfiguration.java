package org.oneseal.notification.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.oneseal.notification.mail.MailSettings;
import org.oneseal.notification.mail.PostOffice;
import org.oneseal.notification.webhooks.AddressRules;
import org.oneseal.notification.webhooks.Network;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What leaves the platform, and by which rules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    OutsideConfiguration.WebhookProperties.class,
    OutsideConfiguration.SmtpProperties.class
})
class OutsideConfiguration {

    /**
     * Webhooks.
     *
     * @param allowedHosts origins that may be called, such as {@code https://*.yz.gov.cn}
     * @param allowedNetworks inner networks that may be reached, such as {@code 10.20.0.0/16}
     * @param connectLimit to get a connection
     * @param callLimit for a whole call; much shorter than a lease
     */
    @ConfigurationProperties("oneseal.notification.webhooks")
    record WebhookProperties(
            @DefaultValue({}) List<String> allowedHosts,
            @DefaultValue({}) List<String> allowedNetworks,
            @DefaultValue("3s") Duration connectLimit,
            @DefaultValue("10s") Duration callLimit) {}

    /**
     * The server that takes e-mail; without a host there is none.
     *
     * @param from the sender's address
     * @param startTls refuses to go on without encryption
     * @param tls encrypted from the beginning
     */
    @ConfigurationProperties("oneseal.notification.smtp")
    record SmtpProperties(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("no-reply@localhost") String from,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("false") boolean tls,
            @DefaultValue("10s") Duration limit) {

        /** Never tells the password. */
        @Override
        public String toString() {
            return "SmtpProperties[" + host + ":" + port + "]";
        }
    }

    @Bean
    HttpPostman httpPostman(WebhookProperties properties, InstantSource time) {
        AddressRules rules =
                new AddressRules(
                        properties.allowedHosts().stream().filter(h -> !h.isBlank()).toList(),
                        properties.allowedNetworks().stream()
                                .filter(n -> !n.isBlank())
                                .map(Network::of)
                                .toList());
        return new HttpPostman(rules, properties.connectLimit(), properties.callLimit(), time);
    }

    @Bean
    MailSettings mailSettings(SmtpProperties properties) {
        return new MailSettings(!properties.host().isBlank());
    }

    @Bean
    PostOffice postOffice(SmtpProperties properties) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(properties.host());
        sender.setPort(properties.port());
        sender.setDefaultEncoding("UTF-8");
        Properties mail = sender.getJavaMailProperties();
        if (!properties.username().isBlank()) {
            sender.setUsername(properties.username());
            sender.setPassword(properties.password());
            mail.put("mail.smtp.auth", "true");
        }
        String limit = Long.toString(properties.limit().toMillis());
        mail.put("mail.smtp.connectiontimeout", limit);
        mail.put("mail.smtp.timeout", limit);
        mail.put("mail.smtp.writetimeout", limit);
        mail.put("mail.smtp.ssl.enable", Boolean.toString(properties.tls()));
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        mail.put("mail.smtp.starttls.enable", Boolean.toString(properties.startTls()));
        mail.put("mail.smtp.starttls.required", Boolean.toString(properties.startTls()));
        return new SmtpPostOffice(sender, properties.from());
    }
}
