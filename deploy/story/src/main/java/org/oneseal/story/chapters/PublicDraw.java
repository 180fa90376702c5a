package org.oneseal.story.chapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;
import org.oneseal.story.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draw as anybody sees it: its public page is kept at each of its steps, and what came out is
 * done again from these pages alone.
 */
final class PublicDraw {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Surroundings where;
    private final Desk desk;
    private final Narrator narrator;
    private final OfflineVerifier verifier;
    private final String id;
    private final Path announced;
    private @Nullable Path sealed;
    private @Nullable Path drawn;
    private @Nullable String value;

    private PublicDraw(Surroundings where, Desk desk, Narrator narrator, String id)
            throws IOException {
        this.where = where;
        this.desk = desk;
        this.narrator = narrator;
        this.verifier = new OfflineVerifier(where, narrator);
        this.id = id;
        this.announced = keep("draw-announced.json");
    }

    /** Keeps what was announced, before anybody has signed up. */
    static PublicDraw announced(Surroundings where, Desk desk, Narrator narrator, String id)
            throws IOException {
        return new PublicDraw(where, desk, narrator, id);
    }

    static String path(String id) {
        return "/api/v1/draws/" + id;
    }

    String id() {
        return id;
    }

    /** Until sign-up is over and nobody can be added. */
    void awaitClose() throws IOException {
        where.clock()
                .awaitTime(Instant.parse(read(announced).at("/announcement/closesAt").asString()));
        Waiting.until(this::state, state -> !state.equals("OPEN"), "sign-up is closed");
    }

    void awaitSeal() throws IOException {
        awaitClose();
        sealed = keep("draw-sealed.json");
        narrator.say(
                "Sign-up is closed and sealed: %s",
                read(sealed).at("/announcement/entriesDigest").asString());
    }

    /** The demonstration plays the lottery itself, when its round has come and not before. */
    void lottery() throws IOException {
        JsonNode announcement = read(announced).path("announcement");
        where.clock().awaitTime(Instant.parse(announcement.path("publishedAt").asString()));
        value =
                new SecureRandom()
                        .ints(1, 34)
                        .distinct()
                        .limit(6)
                        .sorted()
                        .mapToObj("%02d"::formatted)
                        .collect(Collectors.joining(" "));
        Files.writeString(
                where.publicValues(),
                announcement.path("round").asString() + " " + value + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        narrator.say("The lottery is played, here by the demonstration itself: %s", value);
    }

    void awaitDrawn() throws IOException {
        String state =
                Waiting.until(this::state, s -> !s.equals("SEALED"), "the institution is drawn");
        if (!state.equals("DRAWN")) throw new IllegalStateException("the draw is void: " + state);
        drawn = keep("draw.json");
        narrator.say("Drawn from %d: %s", read(drawn).at("/proof/entries").size(), winner());
    }

    String winner() throws IOException {
        return read(drawn).at("/proof/winner").asString();
    }

    boolean recomputed() throws IOException {
        RecomputedDraw again = again(Objects.requireNonNull(drawn));
        narrator.say(
                "Done again here, from the public page: %s, %s",
                again.winner(), again.holds() ? "the same" : again.flaws());
        narrator.say("And by the offline verifier:");
        return verify(Objects.requireNonNull(drawn)) == 0 && again.holds();
    }

    /** One digit of the revealed number changed, as somebody would who prefers another winner. */
    boolean forgeryCaught() throws IOException {
        Path page = Objects.requireNonNull(drawn);
        String nonce = read(page).at("/proof/nonce").asString();
        String other = (nonce.charAt(0) == '0' ? '1' : '0') + nonce.substring(1);
        Path forged = page.resolveSibling("draw-forged.json");
        Files.writeString(forged, Files.readString(page).replace(nonce, other));
        narrator.say("One digit of the random number changed:");
        RecomputedDraw again = again(forged);
        again.flaws().forEach(flaw -> narrator.detail("%s", flaw));
        boolean caught = verify(forged) == 1 && !again.holds();
        narrator.detail("%s", caught ? "caught" : "NOT CAUGHT");
        return caught;
    }

    private RecomputedDraw again(Path page) throws IOException {
        return RecomputedDraw.of(
                read(page), read(announced), read(sealed), Objects.requireNonNull(value));
    }

    private int verify(Path page) throws IOException {
        return verifier.run(
                "draw",
                page.toString(),
                "--earlier",
                announced.toString(),
                "--earlier",
                Objects.requireNonNull(sealed).toString(),
                "--value",
                Objects.requireNonNull(value),
                "--lang",
                "en");
    }

    private String state() {
        return desk.get(Desk.anybody(), path(id)).ok().path("state").asString();
    }

    private Path keep(String name) throws IOException {
        Desk.Answer page = desk.get(Desk.anybody(), path(id));
        page.ok();
        return Files.writeString(where.work().resolve(name), page.text());
    }

    private static JsonNode read(@Nullable Path file) throws IOException {
        return JSON.readTree(Files.readString(Objects.requireNonNull(file)));
    }
}
