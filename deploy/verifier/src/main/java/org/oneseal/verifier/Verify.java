package org.oneseal.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.evidence.Verification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The command line: exit code 0 when the evidence holds, 1 when it does not, 2 for wrong input. */
public final class Verify {

    static final int HOLDS = 0;
    static final int FLAWED = 1;
    static final int UNUSABLE = 2;

    private Verify() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    static int run(List<String> args, PrintStream out) {
        if (!args.isEmpty() && args.getFirst().equals("draw")) {
            return VerifyDraw.run(args.subList(1, args.size()), out);
        }
        Arguments arguments;
        try {
            arguments = Arguments.of(args);
        } catch (Unusable e) {
            ResourceBundle texts = texts(Locale.getDefault());
            out.println(text(texts, e.code, e.about));
            out.println(texts.getString("usage"));
            return UNUSABLE;
        }
        ResourceBundle texts = texts(arguments.language());
        try {
            List<Evidence> exports = exports(arguments.export());
            List<Receipt> receipts = all(arguments.receipts(), Receipt.class);
            List<Seal> seals = all(arguments.seals(), Seal.class);
            List<PublicKey> keys = all(arguments.keys(), PublicKey.class);
            int worst = exports.size() == 1 ? HOLDS : leftOut(exports, receipts, texts, out);
            for (Evidence evidence : exports) {
                List<Receipt> its = exports.size() == 1 ? receipts : of(evidence, receipts);
                int told = tell(evidence, findings(evidence, its, seals, keys), texts, out);
                worst = Math.max(worst, told);
            }
            return worst;
        } catch (Unusable e) {
            out.println(text(texts, e.code, e.about));
            return UNUSABLE;
        }
    }

    private static List<Finding> findings(
            Evidence evidence, List<Receipt> receipts, List<Seal> seals, List<PublicKey> keys)
            throws Unusable {
        try {
            return Verification.of(evidence, receipts, seals, keys);
        } catch (RuntimeException e) {
            throw new Unusable("incomplete", String.valueOf(e.getMessage()));
        }
    }

    private static int tell(
            Evidence evidence, List<Finding> findings, ResourceBundle texts, PrintStream out) {
        out.println(
                text(
                        texts,
                        "about",
                        evidence.service(),
                        evidence.aggregateType(),
                        evidence.aggregateId(),
                        Integer.toString(evidence.entries().size())));
        for (Finding finding : findings) {
            out.println(
                    (finding.isFlaw() ? "  ✗ " : "  · ")
                            + text(
                                    texts,
                                    finding.code().name(),
                                    finding.arguments().stream().map(String::valueOf).toArray()));
        }
        long flaws = findings.stream().filter(Finding::isFlaw).count();
        out.println(text(texts, flaws == 0 ? "holds" : "flawed", Long.toString(flaws)));
        return flaws == 0 ? HOLDS : FLAWED;
    }

    /** One export, or the list of them that a dossier is. */
    private static List<Evidence> exports(Path file) throws Unusable {
        try {
            JsonNode tree = read(file);
            if (!tree.isArray()) {
                return List.of(CanonicalJson.mapper().treeToValue(tree, Evidence.class));
            }
            if (tree.isEmpty()) throw new Unusable("unreadable", file + ": no export");
            List<Evidence> exports = new ArrayList<>();
            for (JsonNode one : tree) {
                exports.add(CanonicalJson.mapper().treeToValue(one, Evidence.class));
            }
            return exports;
        } catch (JacksonException | NullPointerException e) {
            throw new Unusable("unreadable", file + ": " + e.getMessage());
        }
    }

    /** A dossier has everything that somebody holds a receipt for. */
    private static int leftOut(
            List<Evidence> exports, List<Receipt> receipts, ResourceBundle texts, PrintStream out) {
        int worst = HOLDS;
        for (Receipt receipt : receipts) {
            if (exports.stream().noneMatch(one -> !of(one, List.of(receipt)).isEmpty())) {
                out.println("  ✗ " + text(texts, "left-out", receipt.aggregateId()));
                worst = FLAWED;
            }
        }
        return worst;
    }

    /** The receipts that speak of this export. */
    private static List<Receipt> of(Evidence evidence, List<Receipt> receipts) {
        return receipts.stream()
                .filter(receipt -> receipt.aggregateId().equals(evidence.aggregateId()))
                .toList();
    }

    /** One document, a list of them, a page with items, or a folder of such files. */
    private static <T> List<T> all(List<Path> places, Class<T> type) throws Unusable {
        List<T> found = new ArrayList<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                JsonNode tree = read(file);
                JsonNode items = tree.path("items").isArray() ? tree.path("items") : tree;
                try {
                    if (items.isArray()) {
                        for (JsonNode item : items) found.add(one(item, type));
                    } else {
                        found.add(one(items, type));
                    }
                } catch (JacksonException | IllegalArgumentException e) {
                    throw new Unusable("unreadable", file + ": " + e.getMessage());
                }
            }
        }
        return found;
    }

    private static <T> T one(JsonNode node, Class<T> type) {
        if (!node.isObject()) throw new IllegalArgumentException("no " + type.getSimpleName());
        return CanonicalJson.mapper().treeToValue(node, type);
    }

    private static List<Path> files(Path place) throws Unusable {
        if (!Files.isDirectory(place)) return List.of(place);
        try (var files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new Unusable("unreadable", String.valueOf(place));
        }
    }

    private static JsonNode read(Path file) throws Unusable {
        try {
            return CanonicalJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw new Unusable("missing", String.valueOf(file));
        } catch (JacksonException e) {
            throw new Unusable("unreadable", file + ": " + e.getOriginalMessage());
        }
    }

    static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                "org.oneseal.verifier.texts",
                "en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String text(ResourceBundle texts, String code, Object... arguments) {
        return new MessageFormat(texts.getString(code), Locale.ROOT).format(arguments);
    }

    private record Arguments(
            Path export, List<Path> receipts, List<Path> seals, List<Path> keys, Locale language) {

        static Arguments of(List<String> args) throws Unusable {
            Path export = null;
            List<Path> receipts = new ArrayList<>();
            List<Path> seals = new ArrayList<>();
            List<Path> keys = new ArrayList<>();
            Locale language = Locale.getDefault();
            Iterator<String> rest = args.iterator();
            while (rest.hasNext()) {
                String word = rest.next();
                switch (word) {
                    case "--receipt" -> receipts.add(Path.of(value(word, rest)));
                    case "--seals" -> seals.add(Path.of(value(word, rest)));
                    case "--keys" -> keys.add(Path.of(value(word, rest)));
                    case "--lang" -> {
                        String name = value(word, rest);
                        if (!Arrays.asList("zh", "en").contains(name)) {
                            throw new Unusable("unknown-option", word + " " + name);
                        }
                        language = Locale.forLanguageTag(name);
                    }
                    default -> {
                        if (word.startsWith("--") || export != null) {
                            throw new Unusable("unknown-option", word);
                        }
                        export = Path.of(word);
                    }
                }
            }
            return new Arguments(required(export), receipts, seals, keys, language);
        }

        private static Path required(@Nullable Path export) throws Unusable {
            if (export == null) throw new Unusable("no-export", "");
            return export;
        }

        private static String value(String option, Iterator<String> rest) throws Unusable {
            if (!rest.hasNext()) throw new Unusable("option-without-value", option);
            return rest.next();
        }
    }

    /** Input that says nothing about the evidence, good or bad. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final String about;

        Unusable(String code, String about) {
            super(code);
            this.code = code;
            this.about = about;
        }
    }
}
