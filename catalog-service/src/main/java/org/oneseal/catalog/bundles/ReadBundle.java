package org.oneseal.catalog.bundles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.bundles.BundleReading.Read;
import org.oneseal.catalog.bundles.BundleReading.Refused;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.crypto.Signature;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a file and tells everything that keeps it from being a bundle to be taken over. */
@Component
public class ReadBundle {

    private final TrustedKeys trusted;
    private final KeyRing own;
    private final List<BundlePart> parts;
    private final Json json;

    ReadBundle(TrustedKeys trusted, KeyRing own, List<BundlePart> parts, Json json) {
        this.trusted = trusted;
        this.own = own;
        this.parts = parts;
        this.json = json;
    }

    public BundleReading read(String text) {
        List<Objection> objections = new ArrayList<>();
        List<JsonNode> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank()) continue;
            JsonNode read = parse(line);
            if (read == null || !read.isObject()) {
                return refused(Objection.of("bundle-unreadable", String.valueOf(number)));
            }
            lines.add(read);
        }
        if (lines.isEmpty()) return refused(Objection.of("bundle-unreadable", "1"));
        JsonNode head = lines.removeFirst();
        BundleManifest manifest = manifest(head.path("bundle"));
        if (manifest == null) return refused(Objection.of("bundle-unreadable", "1"));
        if (manifest.format() > BundleManifest.FORMAT) {
            return refused(
                    Objection.of(
                            "bundle-format-newer",
                            String.valueOf(manifest.format()),
                            String.valueOf(BundleManifest.FORMAT)));
        }
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        for (BundleManifest.Part part : manifest.parts()) found.put(part.name(), new ArrayList<>());
        for (JsonNode line : lines) {
            List<JsonNode> of = found.get(line.path("part").asString(""));
            if (of == null || !line.has("data")) {
                objections.add(Objection.of("bundle-part-unknown", line.path("part").asString("")));
            } else {
                of.add(line.path("data"));
            }
        }
        for (BundleManifest.Part part : manifest.parts()) check(part, found, objections);
        String signature = head.path("signature").asString("");
        byte[] signed = manifest.signed(head.path("bundle"));
        objections.addAll(signature(signature, signed));
        if (!objections.isEmpty()) return new Refused(objections.stream().distinct().toList());
        String digest = own.profile().digest(signed).toString();
        return new Read(new Bundle(manifest, found, Signature.parse(signature).keyId(), digest));
    }

    private void check(
            BundleManifest.Part part,
            Map<String, List<JsonNode>> found,
            List<Objection> objections) {
        List<JsonNode> lines = found.getOrDefault(part.name(), List.of());
        if (parts.stream().noneMatch(p -> p.name().equals(part.name()))) {
            objections.add(Objection.of("bundle-part-unknown", part.name()));
        }
        if (lines.size() != part.count()) {
            objections.add(
                    Objection.of(
                            "bundle-part-incomplete",
                            part.name(),
                            String.valueOf(part.count()),
                            String.valueOf(lines.size())));
        } else if (!part.holds(lines)) {
            objections.add(Objection.of("bundle-part-altered", part.name()));
        }
    }

    private List<Objection> signature(String text, byte[] signed) {
        try {
            Signature signature = Signature.parse(text);
            List<PublicKey> keys = new ArrayList<>(trusted.all());
            keys.addAll(own.publicKeys());
            Optional<PublicKey> key =
                    keys.stream().filter(k -> k.id().equals(signature.keyId())).findFirst();
            if (key.isEmpty()) {
                return List.of(Objection.of("bundle-key-untrusted", signature.keyId()));
            }
            if (signature.verifies(key.get(), signed)) return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(Objection.of("bundle-signature-invalid"));
        }
        return List.of(Objection.of("bundle-signature-invalid"));
    }

    private static @Nullable JsonNode parse(String line) {
        try {
            return CanonicalJson.parse(line);
        } catch (JacksonException e) {
            return null;
        }
    }

    private @Nullable BundleManifest manifest(JsonNode node) {
        try {
            BundleManifest manifest = json.mapper().treeToValue(node, BundleManifest.class);
            return manifest != null && RegionCode.isValid(manifest.region()) ? manifest : null;
        } catch (JacksonException | NullPointerException e) {
            return null;
        }
    }

    private static Refused refused(Objection objection) {
        return new Refused(List.of(objection));
    }
}
