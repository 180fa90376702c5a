package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.catalog.bundles.BundleLine.Result;
import org.oneseal.catalog.items.Differences;
import org.oneseal.catalog.registers.EntryBody;
import org.oneseal.catalog.registers.EntryOutcome;
import org.oneseal.catalog.registers.KeepEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Synonyms, aliases and knowledge answers; how entries of any register travel. */
@Component
class RegistersPart implements BundlePart {

    private static final String NAME = "registers";
    private static final String ORIGIN = "bundle";

    private final Registers registers;
    private final KeepEntry keep;
    private final Json json;

    RegistersPart(Registers registers, KeepEntry keep, Json json) {
        this.registers = registers;
        this.keep = keep;
        this.json = json;
    }

    /** An entry as it travels. */
    record Line(Register register, String key, String region, JsonNode body) {}

    @Override
    public String name() {
        return NAME;
    }

    /** After the items that aliases and answers speak of. */
    @Override
    public int rank() {
        return 3;
    }

    @Override
    public List<JsonNode> lines(RegionCode region, Instant now) {
        Set<Register> own = EnumSet.allOf(Register.class);
        own.removeAll(DirectoriesPart.REGISTERS);
        return lines(own, region);
    }

    List<JsonNode> lines(Set<Register> of, RegionCode region) {
        List<JsonNode> lines = new ArrayList<>();
        for (Register register : EnumSet.copyOf(of)) {
            for (RegisterEntry entry : registers.within(register, region)) {
                lines.add(
                        json.mapper()
                                .valueToTree(
                                        new Line(
                                                register,
                                                entry.key(),
                                                entry.region().value(),
                                                json.mapper().valueToTree(entry.body()))));
            }
        }
        return lines;
    }

    @Override
    public List<BundleLine> take(
            List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return take(NAME, lines, region, actor, now);
    }

    List<BundleLine> take(
            String part, List<JsonNode> lines, RegionCode region, Actor actor, Instant now) {
        return lines.stream()
                .map(line -> json.mapper().treeToValue(line, Line.class))
                .map(line -> take(part, line, region, actor, now))
                .toList();
    }

    private BundleLine take(String part, Line line, RegionCode region, Actor actor, Instant now) {
        String key = line.register() + "/" + line.key();
        EntryBody body = json.mapper().treeToValue(line.body(), line.register().said());
        String name = body.words().isEmpty() ? line.key() : body.words().getFirst();
        RegionCode where = new RegionCode(line.region());
        if (!region.contains(where)) {
            return BundleLine.refused(
                    part, key, name, List.of(Objection.of("bundle-region-outside", line.region())));
        }
        Optional<RegisterEntry> found = registers.find(line.register(), line.key());
        if (found.isPresent() && !found.get().region().equals(where)) {
            return BundleLine.refused(
                    part, key, name, List.of(Objection.of("entry-key-taken", line.key())));
        }
        if (found.isPresent() && !found.get().withdrawn() && found.get().body().equals(body)) {
            return BundleLine.of(part, key, name, Result.SAME);
        }
        EntryOutcome outcome =
                found.isEmpty()
                        ? keep.add(line.key(), where, ORIGIN, body, actor, now)
                        : keep.change(line.key(), found.get().version(), ORIGIN, body, actor, now);
        return switch (outcome) {
            case EntryOutcome.Kept _ ->
                    found.isEmpty()
                            ? BundleLine.of(part, key, name, Result.NEW)
                            : BundleLine.of(part, key, name, Result.CHANGED)
                                    .differing(
                                            Differences.between(
                                                    json.mapper().valueToTree(found.get().body()),
                                                    json.mapper().valueToTree(body)));
            case EntryOutcome.Objected(var objections) ->
                    BundleLine.refused(part, key, name, objections);
            case EntryOutcome.NotNow(var objections) -> {
                // Somebody else has begun it since it was looked for: taken again, it is known.
                if (found.isEmpty()) throw new StaleVersion(key, 0);
                yield BundleLine.refused(part, key, name, objections);
            }
        };
    }
}
