package org.oneseal.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawFinding;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.DrawVerification;
import org.oneseal.platform.evidence.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Recomputes a draw from its page or proof: exit code 0 when it holds, 1 when it does not, 2 for
 * wrong input.
 */
final class VerifyDraw {

    private VerifyDraw() {}

    /** The words after {@code draw}. */
    static int run(List<String> words, PrintStream out) {
        Locale language = Locale.getDefault();
        try {
            Arguments arguments = Arguments.of(words);
            language = arguments.language();
            DrawProof proof = part(arguments.proof(), "proof", DrawProof.class);
            List<DrawAnnouncement> earlier = new ArrayList<>();
            for (Path file : arguments.earlier()) {
                earlier.add(part(file, "announcement", DrawAnnouncement.class));
            }
            return tell(proof, findings(proof, earlier, arguments.value()), language, out);
        } catch (Unusable e) {
            out.println(text(language, e.code, e.about));
            if (e.code.equals("unknown-option") || e.code.equals("no-proof")) {
                out.println(text(language, "draw-usage"));
            }
            return Verify.UNUSABLE;
        }
    }

    private static List<DrawFinding> findings(
            DrawProof proof, List<DrawAnnouncement> earlier, @Nullable String value)
            throws Unusable {
        try {
            return DrawVerification.of(proof, earlier, value);
        } catch (RuntimeException e) {
            throw new Unusable("incomplete", String.valueOf(e.getMessage()));
        }
    }

    private static int tell(
            DrawProof proof, List<DrawFinding> findings, Locale language, PrintStream out) {
        out.println(
                text(
                        language,
                        "draw-about",
                        proof.draw(),
                        Integer.toString(proof.entries().size()),
                        proof.winner()));
        for (DrawFinding finding : findings) {
            out.println(
                    (finding.isFlaw() ? "  ✗ " : "  · ")
                            + text(
                                    language,
                                    "draw-" + finding.code().name(),
                                    finding.arguments().stream().map(String::valueOf).toArray()));
        }
        long flaws = findings.stream().filter(DrawFinding::isFlaw).count();
        out.println(
                text(language, flaws == 0 ? "draw-holds" : "draw-flawed", Long.toString(flaws)));
        return flaws == 0 ? Verify.HOLDS : Verify.FLAWED;
    }

    /** The member of a draw's page, or the document itself where it was cut out already. */
    private static <T> T part(Path file, String member, Class<T> type) throws Unusable {
        try {
            JsonNode tree = CanonicalJson.parse(Files.readString(file));
            JsonNode part = tree.has(member) ? tree.path(member) : tree;
            if (!part.isObject() || !part.has("draw")) {
                throw new Unusable("without-" + member, String.valueOf(file));
            }
            return CanonicalJson.mapper().treeToValue(part, type);
        } catch (IOException e) {
            throw new Unusable("missing", String.valueOf(file));
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            throw new Unusable("unreadable", file + ": " + e.getMessage());
        }
    }

    private static String text(Locale language, String code, Object... arguments) {
        ResourceBundle texts = Verify.texts(language);
        return new MessageFormat(texts.getString(code), Locale.ROOT).format(arguments);
    }

    private record Arguments(
            Path proof, List<Path> earlier, @Nullable String value, Locale language) {

        static Arguments of(List<String> words) throws Unusable {
            Path proof = null;
            String value = null;
            List<Path> earlier = new ArrayList<>();
            Locale language = Locale.getDefault();
            Iterator<String> rest = words.iterator();
            while (rest.hasNext()) {
                String word = rest.next();
                switch (word) {
                    case "--earlier" -> earlier.add(Path.of(next(word, rest)));
                    case "--value" -> value = next(word, rest);
                    case "--lang" -> {
                        String name = next(word, rest);
                        if (!List.of("zh", "en").contains(name)) {
                            throw new Unusable("unknown-option", word + " " + name);
                        }
                        language = Locale.forLanguageTag(name);
                    }
                    default -> {
                        if (word.startsWith("--") || proof != null) {
                            throw new Unusable("unknown-option", word);
                        }
                        proof = Path.of(word);
                    }
                }
            }
            if (proof == null) throw new Unusable("no-proof", "");
            return new Arguments(proof, earlier, value, language);
        }

        private static String next(String option, Iterator<String> rest) throws Unusable {
            if (!rest.hasNext()) throw new Unusable("option-without-value", option);
            return rest.next();
        }
    }

    /** Input that says nothing about the draw, good or bad. */
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
