package org.oneseal.story;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the story takes place.
 *
 * @param gateway address of the front door
 * @param token the realm's token endpoint
 * @param demoPassword of every demonstration account
 * @param clientSecret secret of a client by its id
 * @param kafkaAsSource settings of a Kafka client that writes as a source
 * @param checkout folder of the project, for its data files and the verifier
 * @param logs folder with the real log, null where there is none
 * @param work folder for what the story leaves: evidence, receipt, the made-up log
 * @param publicValues file of the market's public values, for whoever plays the lottery
 * @param clock the platform's
 */
public record Surroundings(
        URI gateway,
        URI token,
        String demoPassword,
        UnaryOperator<String> clientSecret,
        Function<String, Map<String, String>> kafkaAsSource,
        Path checkout,
        @Nullable Path logs,
        Path work,
        Path publicValues,
        StoryClock clock) {}
