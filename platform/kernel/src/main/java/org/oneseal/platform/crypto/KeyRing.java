package org.oneseal.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of one service: for signing, for encrypting and for blind indexes, each with a current
 * one and older ones that still verify and open what they made. It keeps secrets; give others
 * {@link #publicKeys()}.
 */
public final class KeyRing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".key.json";

    private final CryptoProfile profile;
    private final Map<String, StoredKey> byId = new HashMap<>();
    private final Map<Purpose, StoredKey> current = new HashMap<>();

    private KeyRing(CryptoProfile profile, List<StoredKey> keys) {
        this.profile = profile;
        keys.stream()
                .sorted(Comparator.comparingInt(StoredKey::serial))
                .forEach(
                        key -> {
                            byId.put(key.id(), key);
                            if (key.algorithm().equals(key.purpose().algorithm(profile))) {
                                current.put(key.purpose(), key);
                            }
                        });
        for (Purpose purpose : Purpose.values()) {
            if (!current.containsKey(purpose)) {
                throw new IllegalStateException(
                        "no %s key of profile %s".formatted(purpose, profile));
            }
        }
    }

    /**
     * Reads the keys in that folder; per purpose the one with the highest serial is current.
     *
     * @throws IllegalStateException if the folder lacks a key of the profile
     */
    public static KeyRing load(Path folder, CryptoProfile profile) {
        return new KeyRing(profile, read(folder));
    }

    /**
     * Makes what keys of the profile the folder lacks, files readable by their owner alone, and
     * reads it. Calling it again changes nothing.
     *
     * @param owner name of the service, part of each key's id
     */
    public static KeyRing generate(Path folder, CryptoProfile profile, String owner) {
        try {
            Files.createDirectories(folder);
            List<StoredKey> there = read(folder);
            for (Purpose purpose : Purpose.values()) {
                if (there.stream().noneMatch(key -> key.serves(purpose, profile))) {
                    write(folder, StoredKey.fresh(purpose, profile, owner, nextSerial(there)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keys can't be made in " + folder, e);
        }
        return load(folder, profile);
    }

    /** Adds a new signing key that is current from then on; the older ones stay. */
    public static KeyRing rotateSigning(Path folder, CryptoProfile profile, String owner) {
        try {
            write(
                    folder,
                    StoredKey.fresh(Purpose.SIGNING, profile, owner, nextSerial(read(folder))));
        } catch (IOException e) {
            throw new UncheckedIOException("keys can't be made in " + folder, e);
        }
        return load(folder, profile);
    }

    /** Keys that live as long as this object; what they encrypt is lost with it. For tests. */
    public static KeyRing ephemeral(CryptoProfile profile, String owner) {
        List<StoredKey> keys = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            keys.add(StoredKey.fresh(purpose, profile, owner, 1));
        }
        return new KeyRing(profile, keys);
    }

    public CryptoProfile profile() {
        return profile;
    }

    public Signature sign(byte[] content) {
        StoredKey key = current(Purpose.SIGNING);
        return Signature.of(
                key.algorithm(), key.id(), Algorithms.sign(key.algorithm(), key.bytes(), content));
    }

    /** Encrypts bytes bound to the associated data, which must be the same when they are opened. */
    public Ciphertext encrypt(byte[] plain, byte[] associated) {
        StoredKey key = current(Purpose.ENCRYPTION);
        return Ciphertext.of(
                key.algorithm(),
                key.id(),
                Algorithms.encrypt(key.algorithm(), key.bytes(), plain, associated));
    }

    /**
     * Opens a ciphertext with the key it names.
     *
     * @throws IllegalArgumentException if that key is not here, or the value was altered or moved
     */
    public byte[] decrypt(Ciphertext sealed, byte[] associated) {
        StoredKey key = byId.get(sealed.keyId());
        if (key == null
                || key.purpose() != Purpose.ENCRYPTION
                || !key.algorithm().equals(sealed.algorithm())) {
            throw new IllegalArgumentException("no key " + sealed.keyId());
        }
        return Algorithms.decrypt(key.algorithm(), key.bytes(), sealed.bytes(), associated);
    }

    /** Keyed digest of the content under the current index key: {@code HMAC-SM3:keyId:…}. */
    public String mac(byte[] content) {
        return mac(current(Purpose.INDEX), content);
    }

    /** The keyed digest under every index key, current first: to search while keys are changed. */
    public List<String> macs(byte[] content) {
        return byId.values().stream()
                .filter(key -> key.purpose() == Purpose.INDEX)
                .sorted(
                        Comparator.comparing((StoredKey key) -> key != current(Purpose.INDEX))
                                .thenComparing(StoredKey::id))
                .map(key -> mac(key, content))
                .toList();
    }

    private static String mac(StoredKey key, byte[] content) {
        return KeyedValue.write(
                key.algorithm(), key.id(), Algorithms.mac(key.algorithm(), key.bytes(), content));
    }

    public List<PublicKey> publicKeys() {
        return byId.values().stream()
                .flatMap(key -> key.published().stream())
                .sorted(Comparator.comparing(PublicKey::id))
                .toList();
    }

    private StoredKey current(Purpose purpose) {
        StoredKey key = current.get(purpose);
        if (key == null) throw new IllegalStateException("no key for " + purpose);
        return key;
    }

    private static int nextSerial(List<StoredKey> keys) {
        return keys.stream().mapToInt(StoredKey::serial).max().orElse(0) + 1;
    }

    private static List<StoredKey> read(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(file -> JSON.readValue(file.toFile(), StoredKey.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("keys can't be read from " + folder, e);
        }
    }

    private static void write(Path folder, StoredKey key) throws IOException {
        Path file = folder.resolve(key.id() + SUFFIX);
        if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path draft =
                posix
                        ? Files.createTempFile(
                                folder,
                                "new",
                                ".tmp",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : Files.createTempFile(folder, "new", ".tmp");
        Files.write(
                draft,
                JSON.writeValueAsString(key).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private enum Purpose {
        SIGNING,
        ENCRYPTION,
        INDEX;

        String algorithm(CryptoProfile profile) {
            return switch (this) {
                case SIGNING -> profile.signatureAlgorithm();
                case ENCRYPTION -> profile.cipherAlgorithm();
                case INDEX -> profile.macAlgorithm();
            };
        }
    }

    /** A key file. {@code secret} is PKCS#8 for a signing key, else the raw key, in base64. */
    private record StoredKey(
            String id,
            int serial,
            Purpose purpose,
            String owner,
            String algorithm,
            String secret,
            @Nullable String publicKey) {

        static StoredKey fresh(Purpose purpose, CryptoProfile profile, String owner, int serial) {
            String algorithm = purpose.algorithm(profile);
            byte[] suffix = new byte[4];
            Algorithms.RANDOM.nextBytes(suffix);
            String id =
                    "%s-%s-%s"
                            .formatted(
                                    owner,
                                    switch (purpose) {
                                        case SIGNING -> "sig";
                                        case ENCRYPTION -> "enc";
                                        case INDEX -> "idx";
                                    },
                                    HexFormat.of().formatHex(suffix));
            if (purpose == Purpose.SIGNING) {
                var pair = Algorithms.generatePair(algorithm);
                return new StoredKey(
                        id,
                        serial,
                        purpose,
                        owner,
                        algorithm,
                        Base64.getEncoder().encodeToString(pair.privateKey()),
                        Base64.getEncoder().encodeToString(pair.publicKey()));
            }
            byte[] secret = new byte[Algorithms.secretBytes(algorithm)];
            Algorithms.RANDOM.nextBytes(secret);
            return new StoredKey(
                    id,
                    serial,
                    purpose,
                    owner,
                    algorithm,
                    Base64.getEncoder().encodeToString(secret),
                    null);
        }

        boolean serves(Purpose wanted, CryptoProfile profile) {
            return purpose == wanted && algorithm.equals(wanted.algorithm(profile));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(secret);
        }

        Optional<PublicKey> published() {
            return publicKey == null
                    ? Optional.empty()
                    : Optional.of(new PublicKey(id, owner, algorithm, publicKey));
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
