package org.oneseal.supervision.schedule;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sweep's pace.
 *
 * @param settle how long a feed of old news has to be silent before its cases are judged
 * @param batch watches swept in one transaction
 * @param sweepers transactions side by side, where more than a batch crosses
 */
@ConfigurationProperties("oneseal.supervision")
public record SupervisionProperties(
        @DefaultValue("15s") Duration settle,
        @DefaultValue("500") int batch,
        @DefaultValue("2") int sweepers) {}
