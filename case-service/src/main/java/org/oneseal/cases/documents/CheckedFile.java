package org.oneseal.cases.documents;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.objection.Objection;

/**
 * A file that was looked at: what it is by its first bytes, what a scanner says, and its digest.
 */
public record CheckedFile(
        String name, byte[] content, String mediaType, String digest, Document.Scan scan) {

    private static final String SM3 = "SM3";

    /** A checked file, or everything that speaks against it. */
    public sealed interface Result {
        record Good(CheckedFile file) implements Result {}

        record Bad(List<Objection> objections) implements Result {}
    }

    /**
     * @param materials codes of the item, null where none are known
     */
    public static Result check(
            String name,
            byte[] content,
            @Nullable String material,
            @Nullable Set<String> materials,
            VirusScan scanner) {
        List<Objection> found = new ArrayList<>(names(name, material, materials));
        Optional<FileKind> kind = FileKind.of(content);
        if (content.length == 0) found.add(of("file-empty").at("/file"));
        else if (kind.isEmpty()) found.add(of("file-kind-unknown").at("/file"));
        if (!found.isEmpty()) return new Result.Bad(found);
        return switch (scanner.scan(content)) {
            case VirusScan.Verdict.Infected(var what) ->
                    new Result.Bad(List.of(of("file-infected", what).at("/file")));
            case VirusScan.Verdict.Clean() -> good(name, content, kind.get(), Document.Scan.CLEAN);
            case VirusScan.Verdict.NotScanned() ->
                    good(name, content, kind.get(), Document.Scan.NOT_SCANNED);
        };
    }

    /** What can be said before the first byte has come. */
    public static List<Objection> names(
            String name, @Nullable String material, @Nullable Set<String> materials) {
        List<Objection> found = new ArrayList<>();
        if (name.isBlank() || name.length() > 200 || name.matches(".*[\\\\/\\p{Cntrl}].*")) {
            found.add(of("file-name-invalid").at("/file"));
        }
        if (material != null && materials != null && !materials.contains(material)) {
            String shown = material.length() > 50 ? "" : material;
            found.add(of("material-not-listed", shown).at("/material"));
        }
        return found;
    }

    private static Result good(String name, byte[] content, FileKind kind, Document.Scan scan) {
        return new Result.Good(
                new CheckedFile(
                        name, content, kind.mediaType(), Digest.of(SM3, content).toString(), scan));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckedFile f && f.digest.equals(digest) && f.name.equals(name);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
