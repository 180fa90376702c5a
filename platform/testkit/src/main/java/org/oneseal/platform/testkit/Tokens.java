package org.oneseal.platform.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.oneseal.platform.security.Role;

/** Mints tokens as the realm does, signed by a key that only the test's service trusts. */
public final class Tokens {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final String issuer;
    private final KeyPair keys;
    private final Map<Map<String, Object>, Minted> minted = new ConcurrentHashMap<>();

    private record Minted(String token, Instant until) {}

    Tokens(String issuer) {
        this.issuer = issuer;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key as a realm publishes it, for a process of its own that is to trust the tokens. */
    public String jwks() {
        return new JWKSet(new RSAKey.Builder(publicKey()).build()).toString();
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    /** A token with these roles, for the audience {@code oneseal}, valid for ten minutes. */
    public Token of(Role... roles) {
        return new Token(this, Map.of())
                .with("roles", Stream.of(roles).map(Role::realmName).toList());
    }

    /** Signing is dear to a test's quick compiler, so a token is used again while it is fresh. */
    private String mint(Map<String, Object> claims) {
        Instant now = Instant.now();
        return minted.compute(
                        claims,
                        (asked, old) ->
                                old != null && now.isBefore(old.until())
                                        ? old
                                        : new Minted(signed(asked, now), now.plus(FRESH)))
                .token();
    }

    private String signed(Map<String, Object> claims, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        Object roles = all.remove("roles");
        var set =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("oneseal")
                        .subject(UUID.nameUUIDFromBytes(claims.toString().getBytes()).toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .claim("azp", "test")
                        .claim("preferred_username", "test")
                        .claim("realm_access", Map.of("roles", roles == null ? List.of() : roles));
        all.forEach(
                (name, value) -> {
                    switch (name) {
                        case "expires" -> set.expirationTime(Date.from((Instant) value));
                        case "aud" -> set.audience((String) value);
                        default -> set.claim(name, value);
                    }
                });
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), set.build());
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** A token in the making. */
    public record Token(Tokens issuer, Map<String, Object> claims) {

        public Token region(String code) {
            return with("region", code);
        }

        public Token department(String code) {
            return with("department", code);
        }

        public Token party(String id) {
            return with("party", id);
        }

        public Token client(String azp) {
            return with("azp", azp);
        }

        /** The person; without it the subject follows from the other claims. */
        public Token subject(String sub) {
            return with("sub", sub).with("preferred_username", sub);
        }

        public Token audience(String audience) {
            return with("aud", audience);
        }

        public Token expired() {
            return with("expires", Instant.now().minus(Duration.ofHours(1)));
        }

        public Token with(String claim, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(claims);
            more.put(claim, value);
            return new Token(issuer, more);
        }

        public String mint() {
            return issuer.mint(claims);
        }
    }
}
